package dev.pickup.simulators.telnyx.call;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/// What a leg is called.
///
/// @param callControlId the token for commands
/// @param callLegId     this party's connection
/// @param callSessionId the same for all legs of one conversation
record LegIds(String callControlId, String callLegId, String callSessionId) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 36;

    /// The first leg of a conversation.
    static LegIds first() {
        String leg = UUID.randomUUID().toString();
        return new LegIds(token(), leg, leg);
    }

    /// Another leg of the same conversation.
    LegIds another() {
        return new LegIds(token(), UUID.randomUUID().toString(), callSessionId);
    }

    private static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return "v3:" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
