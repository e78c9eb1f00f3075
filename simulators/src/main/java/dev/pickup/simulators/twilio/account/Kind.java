package dev.pickup.simulators.twilio.account;

/// The kinds of resources that an account has.
public enum Kind {
    NUMBER("PN", "incoming_phone_numbers", "phone-numbers/active-numbers"),
    APPLICATION("AP", "applications", "voice/applications"),
    CALL("CA", "calls", "voice/calls"),
    RECORDING("RE", "recordings", "voice/recordings"),
    MESSAGE("SM", "messages", "messaging/messages"),
    SERVICE("MG", "services", "messaging/services"),
    TRUNK("TK", "trunks", "sip/trunks");

    private final String prefix;
    private final String key;
    private final String slug;

    Kind(String prefix, String key, String slug) {
        this.prefix = prefix;
        this.key = key;
        this.slug = slug;
    }

    /// The first two letters of a SID.
    public String prefix() {
        return prefix;
    }

    /// The name of the array in a list.
    public String key() {
        return key;
    }

    /// The permission for doing this: `twilio/phone-numbers/active-numbers/list`. Those of numbers, calls, recordings,
    /// messages and services are as restricted keys have them; the others are chosen in the same manner.
    String permission(String action) {
        return "twilio/" + slug + "/" + action;
    }
}
