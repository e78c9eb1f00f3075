package dev.pickup.simulators.telnyx.media;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.media.StreamInput.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;

/// Writes the frames of one stream: text, snake_case, numbers as strings. One thread; it counts.
/// Source: "Stream call media over WebSocket".
final class StreamFrames {
    static final String TOKEN_NAME = "x-telnyx-streaming-auth-token";

    /// The upgrade request's header; none for an empty token.
    static Map<String, String> tokenHeader(String token) {
        return token.isEmpty() ? Map.of() : Map.of(TOKEN_NAME, token);
    }

    private final StreamIdentity identity;
    private final StringBuilder media = new StringBuilder(1200);
    private long sequence;

    StreamFrames(StreamIdentity identity) {
        this.identity = identity;
    }

    /// @param token as it is sent, right or wrong; empty for none
    static String connected(String token) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        frame.put("event", "connected").put("version", "1.0.0");
        if (!token.isEmpty()) {
            frame.putObject("connected").put(TOKEN_NAME, token);
        }
        return frame.toString();
    }

    String start(StreamRequest request, WireFormat format) {
        ObjectNode frame = frame("start");
        ObjectNode start = frame.putObject("start");
        start.put("user_id", identity.userId()).put("call_control_id", identity.callControlId());
        start.put("call_session_id", identity.callSessionId());
        start.put("from", identity.from()).put("to", identity.to());
        start.putArray("tags");
        identity.clientState().ifPresent(state -> start.put("client_state", state));
        ObjectNode parameters = start.putObject("custom_parameters");
        request.customParameters().forEach(parameters::put);
        start.putObject("media_format")
                .put("encoding", format.encoding().name())
                .put("sample_rate", format.sampleRateHz())
                .put("channels", 1);
        return frame.toString();
    }

    /// @param track `inbound` or `outbound`
    /// @param chunk from 1, per track
    String media(String track, long chunk, byte[] payload) {
        media.setLength(0);
        return media.append("{\"event\":\"media\",\"sequence_number\":\"")
                .append(++sequence)
                .append("\",\"stream_id\":\"")
                .append(identity.streamId())
                .append("\",\"media\":{\"track\":\"")
                .append(track)
                .append("\",\"chunk\":\"")
                .append(chunk)
                .append("\",\"timestamp\":\"")
                .append((chunk - 1) * 20)
                .append("\",\"payload\":\"")
                .append(Base64.getEncoder().encodeToString(payload))
                .append("\"}}")
                .toString();
    }

    String dtmf(char digit) {
        ObjectNode frame = frame("dtmf");
        frame.put("occurred_at", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        frame.putObject("dtmf").put("digit", String.valueOf(digit));
        return frame.toString();
    }

    String mark(String name) {
        ObjectNode frame = frame("mark");
        frame.putObject("mark").put("name", name);
        return frame.toString();
    }

    String error(Reason reason, String detail) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        frame.put("event", "error").put("stream_id", identity.streamId());
        frame.putObject("payload")
                .put("code", reason.code())
                .put("title", reason.title())
                .put("detail", detail);
        return frame.toString();
    }

    String stop() {
        ObjectNode frame = frame("stop");
        frame.putObject("stop").put("user_id", identity.userId()).put("call_control_id", identity.callControlId());
        return frame.toString();
    }

    private ObjectNode frame(String event) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        return frame.put("event", event)
                .put("sequence_number", Long.toString(++sequence))
                .put("stream_id", identity.streamId());
    }
}
