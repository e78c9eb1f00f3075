package dev.pickup.core.carrier.telnyx;

import dev.pickup.core.carrier.Capability;

/// Where in Telnyx's portal the missing thing is granted, as steps a person can follow. Telnyx's refusals name no
/// permission, and an API key has none of its own: it may do what the user may who made it.
///
/// Source: Telnyx documentation, "IAM" (2026); support article 1189141, "Get Started with Organizations".
final class TelnyxGrants {
    private TelnyxGrants() {}

    static String permission(Capability capability) {
        return "Telnyx keys may do what the user may who made them. At portal.telnyx.com the owner of the organization "
                + "opens Account Settings > Advanced Features > Organizations, chooses the group of that user and "
                + "allows: " + needed(capability) + ". Or the owner makes a key under API Keys, and that one is used.";
    }

    static String wrongSecret() {
        return "At portal.telnyx.com open API Keys and make a new key, copy it whole, and enter it here: it begins "
                + "with KEY and is shown once.";
    }

    static String suspended() {
        return "At portal.telnyx.com look at Billing and at the notices on the first page: the account needs a payment, "
                + "a verification, or Telnyx's support.";
    }

    static String notEnabled() {
        return "At portal.telnyx.com open Account Settings > Verifications and raise the account's level, or ask "
                + "Telnyx's support to switch the feature on.";
    }

    static String outboundProfile() {
        return "At portal.telnyx.com open Voice > Outbound Voice Profiles and add one that allows the countries you "
                + "hand callers over to.";
    }

    private static String needed(Capability capability) {
        return switch (capability) {
            case OPEN_ACCOUNT -> "to use the API";
            case READ_NUMBERS -> "to read numbers";
            case CHANGE_ROUTING -> "to update numbers";
            case MANAGE_APPLICATIONS -> "to read, create, update and delete connections and call control applications";
            case CONTROL_CALLS -> "to control calls";
            case VERIFY_WEBHOOKS -> "to read the public key of the account";
            case PLACE_CALLS -> "to place calls, and to read outbound voice profiles";
            case SEND_MESSAGES -> "to create messages";
            case MANAGE_MESSAGING -> "to read, create, update and delete messaging profiles";
            case READ_RECORDINGS -> "to read recordings";
            case READ_COSTS -> "to read detail records (Reporting)";
        };
    }
}
