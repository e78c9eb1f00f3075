package dev.pickup.core.carrier.telnyx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/// What we make the carrier repeat to us: base64 of our own text, echoed in all later webhooks of a leg. It names the
/// caller's leg, so that the events of a leg dialled by a transfer find their call.
final class ClientState {
    private static final String CALLER = "caller:";
    private static final String TARGET = "transfer:";

    private ClientState() {}

    static String ofCaller(String legId) {
        return encode(CALLER + legId);
    }

    static String ofTransferTarget(String callerLegId) {
        return encode(TARGET + callerLegId);
    }

    /// The caller's leg for which this leg was dialled; empty when the leg is not a transfer's target of ours.
    static Optional<String> callerOfTarget(String clientState) {
        try {
            String text = new String(Base64.getDecoder().decode(clientState), UTF_8);
            return text.startsWith(TARGET) ? Optional.of(text.substring(TARGET.length())) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // somebody else's
        }
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
