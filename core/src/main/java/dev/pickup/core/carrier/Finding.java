package dev.pickup.core.carrier;

import java.util.Locale;
import java.util.Optional;

/// What a probe found out about one capability.
///
/// @param words what the carrier said, as it said it, at most 300 characters; never a secret; may name
///              the customer's own things, so it is shown to the account and not logged; empty when all
///              is well
/// @param grant where in the carrier's console the missing thing is granted or put right, as steps a
///              person can follow; empty when there is nothing to do
/// @param cause why it is not `OK`; empty when it is, and when only the carrier's words are known
public record Finding(Capability capability, Status status, String words, String grant, Optional<Cause> cause) {
    private static final int LONGEST_WORDS = 300;

    public Finding {
        words = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
        if (status == Status.OK && cause.filter(c -> !c.goesWithOk()).isPresent()) {
            throw new IllegalArgumentException("What works has no cause of not working.");
        }
    }

    public static Finding ok(Capability capability) {
        return new Finding(capability, Status.OK, "", "", Optional.empty());
    }

    public static Finding missing(Capability capability, Cause cause, String words, String grant) {
        return new Finding(capability, Status.MISSING, words, grant, Optional.of(cause));
    }

    /// @param words why it cannot be told
    public static Finding unknown(Capability capability, Cause cause, String words) {
        return new Finding(capability, Status.UNKNOWN, words, "", Optional.of(cause));
    }

    /// Whether we may.
    public enum Status {
        OK,
        MISSING,
        /// It cannot be told: the carrier did not answer, or answers in a way that proves neither.
        UNKNOWN;

        /// As the API writes it.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Why a capability is not there. The first five concern the whole account and are reported by
    /// [Capability#OPEN_ACCOUNT] at least.
    public enum Cause {
        /// The secret is not that account's, or was revoked.
        WRONG_SECRET,
        /// The account is suspended, closed, blocked, or out of money.
        SUSPENDED,
        /// The credentials belong to another region of the carrier.
        WRONG_REGION,
        /// A trial account: it works within limits. Comes with [Status#OK].
        TRIAL,
        /// It works, but whether it is a trial account cannot be told. Comes with [Status#OK].
        TRIAL_UNKNOWN,
        /// No answer, 429 or 5xx, after the client's repeats.
        UNREACHABLE,
        /// The key lacks a permission; the words name it where the carrier does.
        PERMISSION,
        /// The carrier account lacks something that is not a permission: a token we were not given, a
        /// profile to dial out with, a feature that is not switched on.
        SETUP,
        /// The carrier answered something that none of its documents tell of.
        UNEXPECTED_ANSWER;

        /// As the API writes it: `wrong-secret`.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean goesWithOk() {
            return this == TRIAL || this == TRIAL_UNKNOWN;
        }

        /// Whether the account as a whole cannot be used.
        public boolean concernsAccount() {
            return this == WRONG_SECRET || this == SUSPENDED || this == WRONG_REGION || this == UNREACHABLE;
        }
    }
}
