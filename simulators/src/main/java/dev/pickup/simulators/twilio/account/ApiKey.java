package dev.pickup.simulators.twilio.account;

import java.util.Set;

/// An API key of an account.
///
/// @param sid    `SK` and 32 hex digits
public record ApiKey(String sid, String secret, Access access) {
    public ApiKey {
        if (!sid.matches("SK[0-9a-f]{32}") || secret.isBlank()) {
            throw new IllegalArgumentException("An API key has an SK SID and a secret.");
        }
    }

    /// What a key opens. Source: Twilio "API keys overview", "Restricted API keys".
    public sealed interface Access {
        /// Everything.
        record Main() implements Access {}

        /// Everything but the resources of accounts and keys.
        record Standard() implements Access {}

        /// What is listed: `/twilio/{product}/{resource}/{action}`.
        record Restricted(Set<String> allow) implements Access {
            private static final int MOST = 100;

            public Restricted {
                allow = Set.copyOf(allow);
                if (allow.size() > MOST) {
                    throw new IllegalArgumentException("A restricted key has at most 100 permissions.");
                }
                if (!allow.stream().allMatch(p -> p.matches("/twilio(/[a-z.-]+){3}"))) {
                    throw new IllegalArgumentException(
                            "A permission looks like /twilio/{product}/{resource}/{action}.");
                }
            }
        }
    }

    public static ApiKey main(String sid, String secret) {
        return new ApiKey(sid, secret, new Access.Main());
    }

    public static ApiKey standard(String sid, String secret) {
        return new ApiKey(sid, secret, new Access.Standard());
    }

    public static ApiKey restricted(String sid, String secret, String... allow) {
        return new ApiKey(sid, secret, new Access.Restricted(Set.of(allow)));
    }

    /// The secret is not printed.
    @Override
    public String toString() {
        return "ApiKey[" + sid + ", " + access.getClass().getSimpleName() + "]";
    }
}
