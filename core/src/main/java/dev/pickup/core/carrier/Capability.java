package dev.pickup.core.carrier;

import java.util.Locale;

/// What we need to be able to do in a customer's carrier account, in our words: carriers name permissions
/// each differently, and some do not name them at all.
public enum Capability {
    /// The credentials are right and the account is in use. Probed first: all others fail when this does.
    OPEN_ACCOUNT(true),
    /// List numbers and read where each points.
    READ_NUMBERS(true),
    /// Point a number elsewhere.
    CHANGE_ROUTING(true),
    /// Make and remove what numbers are pointed at (applications), where a carrier wants one.
    MANAGE_APPLICATIONS(true),
    /// Answer, stream, hang up.
    CONTROL_CALLS(true),
    /// Check that webhooks come from the carrier.
    VERIFY_WEBHOOKS(true),
    /// Dial out, for handing callers over.
    PLACE_CALLS(false),
    /// Send texts.
    SEND_MESSAGES(false),
    /// Read and make what decides where texts go (messaging profiles, messaging services).
    MANAGE_MESSAGING(false),
    /// Read recordings that the carrier made, to delete them when asked.
    READ_RECORDINGS(false),
    /// Read what calls cost.
    READ_COSTS(false);

    private final boolean needed;

    Capability(boolean needed) {
        this.needed = needed;
    }

    /// Whether nothing works without it. What is not needed costs a feature when it is missing.
    public boolean needed() {
        return needed;
    }

    /// As the API writes it: `change-routing`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
