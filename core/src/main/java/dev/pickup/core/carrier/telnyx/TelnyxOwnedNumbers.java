package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.Page;
import dev.pickup.core.UnknownCursorException;
import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierNumber.Destination;
import dev.pickup.core.carrier.CarrierNumber.Kind;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.number.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// The numbers of an account, and where each points today: one request for a page of numbers, and one each for all
/// that they can point to.
final class TelnyxOwnedNumbers {
    private static final Pattern CURSOR = Pattern.compile("([1-9][0-9]{0,5})-([1-9][0-9]{0,2})");
    private static final int LARGEST_PAGE = 100;

    private final TelnyxWire wire;
    private final TelnyxLists lists;

    TelnyxOwnedNumbers(TelnyxWire wire, TelnyxLists lists) {
        this.wire = wire;
        this.lists = lists;
    }

    /// A cursor is the number of the next page and the size of all pages, because Telnyx counts pages.
    Page<CarrierNumber> page(int limit, Optional<String> next) {
        int page = 1;
        int size = limit;
        if (next.isPresent()) {
            Matcher cursor = CURSOR.matcher(next.get());
            if (!cursor.matches() || Integer.parseInt(cursor.group(2)) > LARGEST_PAGE) {
                throw new UnknownCursorException();
            }
            page = Integer.parseInt(cursor.group(1));
            size = Integer.parseInt(cursor.group(2));
        }
        JsonNode body = wire.get(TelnyxLists.paged("/phone_numbers?sort=phone_number", page, size))
                .orRejected()
                .body();
        boolean more = page < body.path("meta").path("total_pages").asInt(1);
        return new Page<>(described(items(body)), more ? Optional.of((page + 1) + "-" + size) : Optional.empty());
    }

    /// Telnyx looks for the digits anywhere in a number.
    Optional<CarrierNumber> find(PhoneNumber number) {
        String path = "/phone_numbers?" + TelnyxLists.parameter("filter[phone_number]", number.e164());
        return described(lists.all(path).stream()
                        .filter(n -> n.path("phone_number").asText().equals(number.e164()))
                        .toList())
                .stream()
                .findFirst();
    }

    private List<CarrierNumber> described(List<JsonNode> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<String, JsonNode> connections = byId("/connections");
        Map<String, JsonNode> profiles = byId("/messaging_profiles");
        List<CarrierNumber> described = new ArrayList<>();
        for (JsonNode number : numbers) {
            described.add(new CarrierNumber(
                    new PhoneNumber(number.path("phone_number").asText()),
                    number.path("id").asText(),
                    name(number),
                    number.path("status").asText().equals("active"),
                    true,
                    canText(number),
                    calls(number, connections),
                    texts(number, profiles)));
        }
        return described;
    }

    private Destination calls(JsonNode number, Map<String, JsonNode> connections) {
        if (number.path("call_forwarding_enabled").asBoolean()) {
            Optional<String> forwardedTo = forwardedTo(number.path("id").asText());
            if (forwardedTo.isPresent()) {
                return new Destination(Kind.FORWARDING, forwardedTo.get(), "");
            }
        }
        String id = number.path("connection_id").asText("");
        if (id.isEmpty()) {
            return Destination.NOWHERE;
        }
        JsonNode connection = connections.get(id);
        if (connection == null) {
            return new Destination(
                    Kind.APPLICATION, number.path("connection_name").asText(id), "");
        }
        String type = connection.path("record_type").asText();
        return new Destination(
                type.endsWith("_application") ? Kind.APPLICATION : Kind.TRUNK,
                connection.path("connection_name").asText(id),
                connection.path("webhook_event_url").asText(""));
    }

    /// The list says that there is forwarding, not whether it is for every call.
    private Optional<String> forwardedTo(String numberId) {
        JsonNode forwarding = wire.get("/phone_numbers/" + TelnyxQuery.encoded(numberId) + "/voice")
                .data()
                .path("call_forwarding");
        return forwarding.path("forwarding_type").asText("always").equals("on-failure")
                ? Optional.empty()
                : Optional.of(forwarding.path("forwards_to").asText(""));
    }

    private static Destination texts(JsonNode number, Map<String, JsonNode> profiles) {
        String id = number.path("messaging_profile_id").asText("");
        if (id.isEmpty()) {
            return Destination.NOWHERE;
        }
        JsonNode profile = profiles.get(id);
        return profile == null
                ? new Destination(
                        Kind.MESSAGING_PROFILE,
                        number.path("messaging_profile_name").asText(id),
                        "")
                : new Destination(
                        Kind.MESSAGING_PROFILE,
                        profile.path("name").asText(id),
                        profile.path("webhook_url").asText(""));
    }

    /// A list of owned numbers does not tell what they can. What has a messaging profile can be texted, and so can all
    /// of North America and mobile numbers anywhere; before an import the number itself is asked.
    private static boolean canText(JsonNode number) {
        String country = number.path("country_iso_alpha2").asText("");
        return !number.path("messaging_profile_id").asText("").isEmpty()
                || country.equals("US")
                || country.equals("CA")
                || number.path("phone_number_type").asText().equals("mobile");
    }

    /// Customers have no field for a name; what comes nearest is their reference, or the first tag.
    private static String name(JsonNode number) {
        String reference = number.path("customer_reference").asText("");
        return reference.isEmpty() ? number.path("tags").path(0).asText("") : reference;
    }

    /// Without the permission to see them, numbers are listed without what they point to.
    private Map<String, JsonNode> byId(String path) {
        Map<String, JsonNode> byId = new HashMap<>();
        try {
            lists.all(path).forEach(item -> byId.put(item.path("id").asText(), item));
        } catch (CarrierRejectedException e) {
            if (e.reason() != Reason.NOT_ALLOWED) {
                throw e;
            }
        }
        return byId;
    }

    private static List<JsonNode> items(JsonNode body) {
        return StreamSupport.stream(body.path("data").spliterator(), false).toList();
    }
}
