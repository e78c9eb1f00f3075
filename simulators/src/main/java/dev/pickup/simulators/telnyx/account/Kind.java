package dev.pickup.simulators.telnyx.account;

/// The kinds of resources that an account has.
public enum Kind {
    /// What is left and what is held for orders; one resource, with the id `balance`.
    BALANCE("balance"),
    NUMBER("phone_numbers"),
    /// Of the number with the same id.
    VOICE("voice_settings"),
    /// Of the number with the same id.
    MESSAGING("messaging_settings"),
    APPLICATION("call_control_applications"),
    /// Connections of any other sort: calls to their numbers are none of call control's business.
    CONNECTION("connections"),
    MESSAGING_PROFILE("messaging_profiles"),
    VOICE_PROFILE("outbound_voice_profiles"),
    ORDER("number_orders"),
    RESERVATION("number_reservations"),
    /// Numbers that were the account's and are nobody's; each one's id is the number.
    RELEASED("released_numbers");

    private final String section;

    Kind(String section) {
        this.section = section;
    }

    /// Where they are in a dump of the account.
    String section() {
        return section;
    }
}
