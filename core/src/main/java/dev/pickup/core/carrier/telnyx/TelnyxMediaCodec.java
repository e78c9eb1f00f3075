package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pickup.core.carrier.telnyx.TelnyxMediaMessage.MediaFormat;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Text frames of the media WebSocket ⇄ types. Pure; any thread.
///
/// Numbers inside frames are strings at Telnyx; plain numbers are read as well. 50 `media` frames come every second of
/// every call: they take a hand-written path ([MediaFrameScanner]) that gives up on anything unusual and leaves it to
/// the JSON parser.
///
/// Source: Telnyx, "Media Streaming over WebSockets" (2026).
public final class TelnyxMediaCodec {
    /// Header of the upgrade request, and key of the first frame, that hold the stream's token.
    public static final String AUTH_TOKEN = "x-telnyx-streaming-auth-token";

    private static final ObjectMapper JSON = new ObjectMapper();
    static final String MEDIA_BEFORE = "{\"event\":\"media\",\"media\":{\"payload\":\"";
    static final String MEDIA_AFTER = "\"}}";
    private static final String CLEAR = "{\"event\":\"clear\"}";

    private TelnyxMediaCodec() {}

    /// Reads one frame. Never throws for its content: what cannot be read is `Unreadable`.
    public static TelnyxMediaMessage decode(String frame) {
        byte[] text = frame.getBytes(StandardCharsets.UTF_8);
        return decode(text, text.length);
    }

    /// The same for the first `length` bytes of `text`, which are UTF-8 and stay the caller's.
    public static TelnyxMediaMessage decode(byte[] text, int length) {
        TelnyxMediaMessage.@Nullable Media media = MediaFrameScanner.scan(text, length);
        return media != null ? media : decodeJson(new String(text, 0, length, StandardCharsets.UTF_8));
    }

    /// Audio for the caller: codec bytes, 20 ms or more.
    public static String media(byte[] payload) {
        return MEDIA_BEFORE + Base64.getEncoder().encodeToString(payload) + MEDIA_AFTER;
    }

    /// Asks to be told when everything sent before has been played.
    public static String mark(String name) {
        var frame = JsonNodeFactory.instance.objectNode().put("event", "mark");
        frame.putObject("mark").put("name", name);
        return frame.toString();
    }

    /// Stops playback and throws the rest away; all pending marks come back.
    public static String clear() {
        return CLEAR;
    }

    static TelnyxMediaMessage decodeJson(String frame) {
        JsonNode node;
        try {
            node = JSON.readTree(frame);
        } catch (JsonProcessingException notJson) {
            return new TelnyxMediaMessage.Unreadable("not JSON");
        }
        if (node == null || !node.isObject()) {
            return new TelnyxMediaMessage.Unreadable("not an object");
        }
        String event = node.path("event").asText("");
        return switch (event) {
            case "media" -> mediaOf(node.path("media"));
            case "connected" -> new TelnyxMediaMessage.Connected(token(node));
            case "start" -> started(node);
            case "dtmf" -> dtmf(node.path("dtmf").path("digit").asText(""));
            case "mark" ->
                new TelnyxMediaMessage.Mark(node.path("mark").path("name").asText(""));
            case "error" -> failure(node.path("payload"));
            case "stop" -> new TelnyxMediaMessage.Stopped();
            case "" -> new TelnyxMediaMessage.Unreadable("no event");
            default -> new TelnyxMediaMessage.Other(event);
        };
    }

    private static TelnyxMediaMessage mediaOf(JsonNode media) {
        if (!media.path("payload").isTextual()) {
            return new TelnyxMediaMessage.Unreadable("media without payload");
        }
        try {
            byte[] payload = Base64.getDecoder().decode(media.path("payload").asText());
            boolean inbound = media.path("track").asText("inbound").equals("inbound");
            return new TelnyxMediaMessage.Media(inbound, media.path("chunk").asLong(0), payload);
        } catch (IllegalArgumentException notBase64) {
            return new TelnyxMediaMessage.Unreadable("media payload is not base64");
        }
    }

    private static Optional<String> token(JsonNode frame) {
        String inside = frame.path("connected").path(AUTH_TOKEN).asText("");
        String token = inside.isEmpty() ? frame.path(AUTH_TOKEN).asText("") : inside;
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }

    private static TelnyxMediaMessage started(JsonNode frame) {
        JsonNode start = frame.path("start");
        String callControlId = start.path("call_control_id").asText("");
        if (callControlId.isEmpty()) {
            return new TelnyxMediaMessage.Unreadable("start without call_control_id");
        }
        JsonNode format = start.path("media_format");
        String encoding = format.path("encoding").asText("").toUpperCase(Locale.ROOT);
        String bare = encoding.startsWith("AUDIO/") ? encoding.substring("AUDIO/".length()) : encoding;
        return new TelnyxMediaMessage.Started(
                frame.path("stream_id").asText(""),
                callControlId,
                new MediaFormat(
                        bare.equals("X-MULAW") ? "PCMU" : bare,
                        format.path("sample_rate").asInt(0),
                        format.path("channels").asInt(1)));
    }

    private static TelnyxMediaMessage dtmf(String digit) {
        return digit.length() == 1 && "0123456789*#ABCD".contains(digit)
                ? new TelnyxMediaMessage.Dtmf(digit.charAt(0))
                : new TelnyxMediaMessage.Unreadable("dtmf without a digit");
    }

    private static TelnyxMediaMessage failure(JsonNode payload) {
        return new TelnyxMediaMessage.Failure(
                payload.path("code").asInt(0), payload.path("title").asText(""));
    }
}
