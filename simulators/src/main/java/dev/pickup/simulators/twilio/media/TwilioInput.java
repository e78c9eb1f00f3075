package dev.pickup.simulators.twilio.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.simulators.caller.Pcm;
import java.util.Base64;

/// What the customer's end of the socket sent, read.
sealed interface TwilioInput {
    record Sound(Pcm sound) implements TwilioInput {}

    record Mark(String name) implements TwilioInput {}

    record Clear() implements TwilioInput {}

    /// Something that Twilio reports in its debugger and does nothing about.
    record Ignored(int code, String detail) implements TwilioInput {}

    /// Source: Twilio "Error and warning dictionary": 31951 invalid message.
    int INVALID_MESSAGE = 31951;

    /// Reads frames, in the order they came. One thread: it resamples.
    final class Reader {
        private static final JsonMapper JSON = new JsonMapper();

        private final String streamSid;
        private final MuLaw codec;

        Reader(String streamSid, MuLaw codec) {
            this.streamSid = streamSid;
            this.codec = codec;
        }

        TwilioInput read(String text) {
            try {
                JsonNode frame = JSON.readTree(text);
                return frame == null || !frame.isObject() ? ignored("A frame is a JSON object.") : read(frame);
            } catch (JsonProcessingException _) {
                return ignored("A frame is well-formed JSON.");
            }
        }

        private TwilioInput read(JsonNode frame) {
            if (!frame.path("streamSid").asText().equals(streamSid)) {
                return ignored("A frame names the stream by its streamSid.");
            }
            return switch (frame.path("event").asText()) {
                case "media" -> sound(frame.path("media").path("payload").asText(""));
                case "mark" ->
                    frame.path("mark").path("name").isTextual()
                            ? new Mark(frame.path("mark").path("name").asText())
                            : ignored("A mark has a name.");
                case "clear" -> new Clear();
                default -> ignored("Frames are media, mark and clear.");
            };
        }

        private TwilioInput sound(String payload) {
            try {
                byte[] bytes = Base64.getDecoder().decode(payload);
                return bytes.length == 0 ? ignored("Media has a payload.") : new Sound(codec.decode(bytes));
            } catch (IllegalArgumentException _) {
                return ignored("A payload is base64.");
            }
        }

        private static TwilioInput ignored(String detail) {
            return new Ignored(INVALID_MESSAGE, detail);
        }
    }
}
