package dev.pickup.simulators.telnyx.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.caller.Resampler;
import dev.pickup.simulators.telnyx.media.StreamInput.Reason;
import java.util.Base64;

/// Reads the frames that the customer sends. One thread, in the order they came: it resamples.
final class StreamInputReader {
    /// Each chunk holds 20 ms to 30 s, by "Media Streaming over WebSockets".
    private static final double SHORTEST_MS = 20;
    private static final double LONGEST_MS = 30_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final WireFormat format;
    private final boolean rtp;
    private final Resampler resampler;

    /// @param rtp whether codec bytes were asked for; otherwise whole MP3s are expected
    StreamInputReader(WireFormat format, boolean rtp) {
        this.format = format;
        this.rtp = rtp;
        resampler = new Resampler(format.sampleRateHz(), Pcm.SAMPLE_RATE_HZ);
    }

    StreamInput read(String text) {
        try {
            JsonNode frame = JSON.readTree(text);
            return switch (frame.path("event").asText("")) {
                case "media" -> media(frame.at("/media/payload"));
                case "mark" -> mark(frame.at("/mark/name"));
                case "clear" -> new StreamInput.Clear();
                case String event ->
                    malformed("Unknown event '" + event.substring(0, Math.min(40, event.length())) + "'.");
            };
        } catch (JsonProcessingException _) {
            return malformed("The frame is not well-formed JSON.");
        }
    }

    private StreamInput mark(JsonNode name) {
        return name.isTextual() ? new StreamInput.Mark(name.textValue()) : malformed("A mark needs mark.name.");
    }

    private StreamInput media(JsonNode payload) {
        if (!payload.isTextual()) {
            return malformed("A media frame needs media.payload.");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(payload.textValue());
        } catch (IllegalArgumentException _) {
            return invalid("The payload is not base64.");
        }
        return rtp ? sound(bytes) : mp3(bytes);
    }

    private StreamInput sound(byte[] bytes) {
        if (bytes.length % format.bytesPerSample() != 0) {
            return invalid("The payload ends in the middle of a sample.");
        }
        double ms = format.millis(bytes.length);
        if (ms < SHORTEST_MS || ms > LONGEST_MS) {
            return invalid("A chunk holds 20 ms to 30 s of audio; this one has " + ms + " ms.");
        }
        short[] samples = new short[bytes.length / format.bytesPerSample()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = format.get(bytes, i);
        }
        return new StreamInput.Sound(Pcm.of(resampler.next(samples)));
    }

    /// An MP3 is recognised and not decoded: whoever sends one hears that nothing is played.
    private static StreamInput mp3(byte[] bytes) {
        boolean tagged = bytes.length > 3 && bytes[0] == 'I' && bytes[1] == 'D' && bytes[2] == '3';
        boolean frame = bytes.length > 3 && bytes[0] == (byte) 0xFF && (bytes[1] & 0xE6) == 0xE2;
        return tagged || frame
                ? new StreamInput.Refused(Reason.UNKNOWN_ERROR, "This exchange does not play MP3.")
                : invalid(
                        "The stream is in mp3 mode, and the payload is no MP3; ask for stream_bidirectional_mode rtp.");
    }

    private static StreamInput malformed(String detail) {
        return new StreamInput.Refused(Reason.MALFORMED_FRAME, detail);
    }

    private static StreamInput invalid(String detail) {
        return new StreamInput.Refused(Reason.INVALID_MEDIA, detail);
    }
}
