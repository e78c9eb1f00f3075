package dev.pickup.simulators.telnyx.account;

import java.util.Map;
import java.util.Optional;

/// What an API key may be allowed to do. The carrier publishes no list of these, and its refusal names none: they are
/// cut as finely as any stand-in's user could want to take them away.
public enum Permission {
    NUMBERS_READ,
    NUMBERS_WRITE,
    NUMBERS_SEARCH,
    ORDERS_READ,
    ORDERS_WRITE,
    VOICE_READ,
    VOICE_WRITE,
    VOICE_PROFILES_READ,
    VOICE_PROFILES_WRITE,
    CALLS_PLACE,
    CALLS_CONTROL,
    MESSAGING_READ,
    MESSAGING_WRITE,
    MESSAGES_SEND,
    RECORDINGS_READ,
    BILLING_READ,
    REPORTS_READ,
    PUBLIC_KEY_READ;

    /// What reading and what writing needs, by the first part of the path.
    private record Needed(Permission read, Permission write) {}

    private static final Needed NUMBERS = new Needed(NUMBERS_READ, NUMBERS_WRITE);
    private static final Needed SEARCH = new Needed(NUMBERS_SEARCH, NUMBERS_SEARCH);
    private static final Needed ORDERS = new Needed(ORDERS_READ, ORDERS_WRITE);
    private static final Needed VOICE = new Needed(VOICE_READ, VOICE_WRITE);

    private static final Map<String, Needed> BY_PATH = Map.ofEntries(
            Map.entry("phone_numbers", NUMBERS),
            Map.entry("available_phone_numbers", SEARCH),
            Map.entry("country_coverage", SEARCH),
            Map.entry("regulatory_requirements", SEARCH),
            Map.entry("phone_numbers_regulatory_requirements", SEARCH),
            Map.entry("number_orders", ORDERS),
            Map.entry("sub_number_orders", ORDERS),
            Map.entry("number_reservations", ORDERS),
            Map.entry("call_control_applications", VOICE),
            Map.entry("texml_applications", VOICE),
            Map.entry("connections", VOICE),
            Map.entry("outbound_voice_profiles", new Needed(VOICE_PROFILES_READ, VOICE_PROFILES_WRITE)),
            Map.entry("calls", new Needed(CALLS_CONTROL, CALLS_CONTROL)),
            Map.entry("messaging_profiles", new Needed(MESSAGING_READ, MESSAGING_WRITE)),
            Map.entry("messages", new Needed(MESSAGES_SEND, MESSAGES_SEND)),
            Map.entry("recordings", new Needed(RECORDINGS_READ, RECORDINGS_READ)),
            Map.entry("detail_records", new Needed(REPORTS_READ, REPORTS_READ)),
            Map.entry("balance", new Needed(BILLING_READ, BILLING_READ)),
            Map.entry("public_key", new Needed(PUBLIC_KEY_READ, PUBLIC_KEY_READ)));

    /// @param route method and pattern, such as `PATCH /phone_numbers/{id}`
    /// @return empty: any key may
    static Optional<Permission> of(String route) {
        if (route.equals("POST /calls")) {
            return Optional.of(CALLS_PLACE);
        }
        String path = route.substring(route.indexOf('/') + 1);
        String first = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        return Optional.ofNullable(BY_PATH.get(first)).map(n -> route.startsWith("GET ") ? n.read() : n.write());
    }
}
