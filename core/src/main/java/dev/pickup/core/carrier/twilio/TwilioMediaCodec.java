package dev.pickup.core.carrier.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;

/// Text frames of Twilio's media WebSocket ⇄ types. Pure; any thread. Every frame that goes out names the stream.
///
/// Numbers inside frames are strings at Twilio; plain numbers are read as well.
///
/// Source: Twilio, "Media Streams: WebSocket messages" (2026).
public final class TwilioMediaCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TwilioMediaCodec() {}

    /// Reads one frame. Never throws for its content: what cannot be read is `Unreadable`.
    public static TwilioMediaMessage decode(String frame) {
        JsonNode node;
        try {
            node = JSON.readTree(frame);
        } catch (JsonProcessingException _) {
            return new TwilioMediaMessage.Unreadable("not JSON");
        }
        if (node == null || !node.isObject()) {
            return new TwilioMediaMessage.Unreadable("not an object");
        }
        String event = node.path("event").asText("");
        return switch (event) {
            case "media" -> media(node.path("media"));
            case "connected" -> new TwilioMediaMessage.Connected();
            case "start" -> started(node.path("start"));
            case "dtmf" -> dtmf(node.path("dtmf").path("digit").asText(""));
            case "mark" ->
                new TwilioMediaMessage.Mark(node.path("mark").path("name").asText(""));
            case "stop" -> new TwilioMediaMessage.Stopped();
            case "" -> new TwilioMediaMessage.Unreadable("no event");
            default -> new TwilioMediaMessage.Other(event);
        };
    }

    /// Audio for the caller: mu-law at 8,000 Hz, any length. The stream's id is Twilio's own and holds letters and
    /// digits only.
    public static String media(String streamSid, byte[] payload) {
        return "{\"event\":\"media\",\"streamSid\":\"" + streamSid + "\",\"media\":{\"payload\":\""
                + Base64.getEncoder().encodeToString(payload) + "\"}}";
    }

    /// Asks to be told when everything sent before has been played.
    public static String mark(String streamSid, String name) {
        ObjectNode frame = frame("mark", streamSid);
        frame.putObject("mark").put("name", name);
        return frame.toString();
    }

    /// Stops playback and throws the rest away; all pending marks come back.
    public static String clear(String streamSid) {
        return frame("clear", streamSid).toString();
    }

    private static ObjectNode frame(String event, String streamSid) {
        return JsonNodeFactory.instance.objectNode().put("event", event).put("streamSid", streamSid);
    }

    private static TwilioMediaMessage media(JsonNode media) {
        if (!media.path("payload").isTextual()) {
            return new TwilioMediaMessage.Unreadable("media without payload");
        }
        if (!media.path("track").asText("inbound").startsWith("inbound")) {
            return new TwilioMediaMessage.Other("media of another track");
        }
        try {
            return new TwilioMediaMessage.Media(
                    media.path("chunk").asLong(0),
                    Base64.getDecoder().decode(media.path("payload").asText()));
        } catch (IllegalArgumentException _) {
            return new TwilioMediaMessage.Unreadable("media payload is not base64");
        }
    }

    private static TwilioMediaMessage started(JsonNode start) {
        String stream = start.path("streamSid").asText("");
        String call = start.path("callSid").asText("");
        if (!stream.matches("MZ[0-9a-fA-F]{32}") || call.isEmpty()) {
            return new TwilioMediaMessage.Unreadable("start without streamSid or callSid");
        }
        JsonNode format = start.path("mediaFormat");
        boolean muLaw = format.path("encoding").asText("").equals("audio/x-mulaw")
                && format.path("sampleRate").asInt(0) == 8000;
        String token =
                start.path("customParameters").path(TwilioTwiml.AUTH_TOKEN).asText("");
        return new TwilioMediaMessage.Started(
                stream, call, token.isEmpty() ? Optional.empty() : Optional.of(token), muLaw);
    }

    private static TwilioMediaMessage dtmf(String digit) {
        return digit.length() == 1 && "0123456789*#ABCD".contains(digit)
                ? new TwilioMediaMessage.Dtmf(digit.charAt(0))
                : new TwilioMediaMessage.Unreadable("dtmf without a digit");
    }
}
