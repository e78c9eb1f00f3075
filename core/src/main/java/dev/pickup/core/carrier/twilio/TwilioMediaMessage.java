package dev.pickup.core.carrier.twilio;

import java.util.Optional;

/// One JSON text frame of Twilio's media WebSocket, as it comes from the carrier.
///
/// Source: Twilio "Media Streams: WebSocket messages" (2026).
public sealed interface TwilioMediaMessage {
    /// The socket is open.
    record Connected() implements TwilioMediaMessage {}

    /// The stream begins: mu-law, 8,000 Hz, mono, always.
    ///
    /// @param streamSid what every frame of ours must name
    /// @param authToken the second secret that the TwiML gave as a parameter
    /// @param muLaw     false when it announces anything else
    record Started(String streamSid, String callSid, Optional<String> authToken, boolean muLaw)
            implements TwilioMediaMessage {
        /// The token is a secret.
        @Override
        public String toString() {
            return "Started[" + streamSid + ", " + callSid + "]";
        }
    }

    /// A piece of the caller's audio: mu-law bytes, usually 20 ms.
    final class Media implements TwilioMediaMessage {
        private final long chunk;
        private final byte[] payload;

        Media(long chunk, byte[] payload) {
            this.chunk = chunk;
            this.payload = payload;
        }

        /// Position in the stream, from 1; frames may overtake one another.
        public long chunk() {
            return chunk;
        }

        /// A copy.
        public byte[] payload() {
            return payload.clone();
        }
    }

    /// The caller pressed a key.
    record Dtmf(char digit) implements TwilioMediaMessage {}

    /// All audio sent before our mark of this name has been played, or was thrown away by a `clear`.
    record Mark(String name) implements TwilioMediaMessage {}

    /// The stream is over; the call may go on.
    record Stopped() implements TwilioMediaMessage {}

    /// An event we do not know: to be ignored.
    record Other(String event) implements TwilioMediaMessage {}

    /// Not a frame of this protocol. `reason` holds nothing of its content.
    record Unreadable(String reason) implements TwilioMediaMessage {}
}
