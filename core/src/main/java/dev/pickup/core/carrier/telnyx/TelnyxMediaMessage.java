package dev.pickup.core.carrier.telnyx;

import java.util.Optional;

/// One JSON text frame of Telnyx' media WebSocket, as it comes from the carrier.
///
/// Source: Telnyx documentation, "Media Streaming over WebSockets" (2026).
public sealed interface TelnyxMediaMessage {
    /// The socket is open. The token is here as well as in the upgrade's header, when one was set.
    record Connected(Optional<String> authToken) implements TelnyxMediaMessage {
        @Override
        public String toString() {
            return "Connected[token " + (authToken.isPresent() ? "given" : "absent") + "]";
        }
    }

    /// The stream begins. `format` is what will really come, whatever was asked for.
    record Started(String streamId, String callControlId, MediaFormat format) implements TelnyxMediaMessage {}

    /// A piece of the caller's audio: codec bytes without an RTP header, usually 20 ms.
    final class Media implements TelnyxMediaMessage {
        private final boolean inbound;
        private final long chunk;
        private final byte[] payload;

        Media(boolean inbound, long chunk, byte[] payload) {
            this.inbound = inbound;
            this.chunk = chunk;
            this.payload = payload;
        }

        /// Whether it is the caller's voice (else our own, which we never ask for).
        public boolean inbound() {
            return inbound;
        }

        /// Position in its track, from 1; frames may overtake one another.
        public long chunk() {
            return chunk;
        }

        /// The audio. The array is the reader's alone: 50 of them come every second of every call, so nobody copies it.
        public byte[] payload() {
            return payload;
        }
    }

    /// The caller pressed a key.
    record Dtmf(char digit) implements TelnyxMediaMessage {}

    /// All audio sent before our mark of this name has been played, or was thrown away by a `clear`.
    record Mark(String name) implements TelnyxMediaMessage {}

    /// The carrier did not like something we sent, e.g. 100004 `invalid_media`.
    record Failure(int code, String title) implements TelnyxMediaMessage {}

    /// The stream is over; the call may go on.
    record Stopped() implements TelnyxMediaMessage {}

    /// An event we do not know: to be ignored.
    record Other(String event) implements TelnyxMediaMessage {}

    /// Not a frame of this protocol. `reason` holds nothing of its content.
    record Unreadable(String reason) implements TelnyxMediaMessage {}

    /// @param encoding     `L16`, `PCMU`, `PCMA`, `G722`, `OPUS`, `AMR-WB`, without an `audio/` in front
    /// @param sampleRateHz 8000, 16000, ...
    /// @param channels     1
    record MediaFormat(String encoding, int sampleRateHz, int channels) {}
}
