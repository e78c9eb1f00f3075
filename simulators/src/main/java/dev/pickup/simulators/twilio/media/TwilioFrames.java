package dev.pickup.simulators.twilio.media;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;

/// Writes the frames of one stream. One thread; it counts. Source: Twilio "Media Streams WebSocket messages".
final class TwilioFrames {
    static final String CONNECTED = "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}";

    private final String streamSid;
    private final String accountSid;
    private final String callSid;
    private long sequence;
    private long chunk;

    TwilioFrames(String streamSid, String accountSid, String callSid) {
        this.streamSid = streamSid;
        this.accountSid = accountSid;
        this.callSid = callSid;
    }

    String start(Map<String, String> parameters) {
        ObjectNode frame = frame("start");
        ObjectNode start = frame.putObject("start");
        start.put("accountSid", accountSid).put("streamSid", streamSid).put("callSid", callSid);
        start.putArray("tracks").add("inbound");
        start.putObject("mediaFormat")
                .put("encoding", "audio/x-mulaw")
                .put("sampleRate", 8000)
                .put("channels", 1);
        parameters.forEach(start.putObject("customParameters")::put);
        return frame.toString();
    }

    String media(byte[] payload) {
        ObjectNode frame = frame("media");
        frame.putObject("media")
                .put("track", "inbound")
                .put("chunk", Long.toString(++chunk))
                .put("timestamp", Long.toString((chunk - 1) * 20))
                .put("payload", Base64.getEncoder().encodeToString(payload));
        return frame.toString();
    }

    String dtmf(char digit) {
        ObjectNode frame = frame("dtmf");
        frame.putObject("dtmf").put("track", "inbound_track").put("digit", String.valueOf(digit));
        return frame.toString();
    }

    String mark(String name) {
        ObjectNode frame = frame("mark");
        frame.putObject("mark").put("name", name);
        return frame.toString();
    }

    String stop() {
        ObjectNode frame = frame("stop");
        frame.putObject("stop").put("accountSid", accountSid).put("callSid", callSid);
        return frame.toString();
    }

    private ObjectNode frame(String event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event", event)
                .put("sequenceNumber", Long.toString(++sequence))
                .put("streamSid", streamSid);
    }
}
