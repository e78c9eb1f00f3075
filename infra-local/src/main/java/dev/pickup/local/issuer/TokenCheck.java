package dev.pickup.local.issuer;

import java.util.Map;

/// What became of a bearer token.
public sealed interface TokenCheck {
    /// It is ours and good. Claims are text as API Gateway hands them on: a list is written `[a b]`.
    record Verified(Map<String, String> claims) implements TokenCheck {
        public Verified {
            claims = Map.copyOf(claims);
        }
    }

    /// It is not. `sentence` says why and never quotes the token.
    record Refused(String sentence) implements TokenCheck {}
}
