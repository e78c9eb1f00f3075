package dev.pickup.simulators.telnyx.media;

import dev.pickup.simulators.caller.Pcm;

/// What the customer's end of the socket sent, read.
sealed interface StreamInput {
    /// Sound to play, at 16 kHz.
    record Sound(Pcm sound) implements StreamInput {}

    record Mark(String name) implements StreamInput {}

    record Clear() implements StreamInput {}

    /// Something that is answered with an `error` frame.
    record Refused(Reason reason, String detail) implements StreamInput {}

    /// The codes of `error` frames. Source: "Stream call media over WebSocket".
    enum Reason {
        UNKNOWN_ERROR(100002, "unknown_error"),
        MALFORMED_FRAME(100003, "malformed_frame"),
        INVALID_MEDIA(100004, "invalid_media"),
        RATE_LIMIT_REACHED(100005, "rate_limit_reached");

        private final int code;
        private final String title;

        Reason(int code, String title) {
            this.code = code;
            this.title = title;
        }

        int code() {
            return code;
        }

        String title() {
            return title;
        }
    }
}
