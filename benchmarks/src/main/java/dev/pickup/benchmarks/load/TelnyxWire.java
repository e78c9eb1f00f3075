package dev.pickup.benchmarks.load;

import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Telnyx's media frames, written and read without a JSON tree: the load generator shall leave the machine to the
/// server. Source: Telnyx, "Media Streaming over WebSockets" (2026).
final class TelnyxWire implements CallerWire {
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]*)\"");
    private static final String PAYLOAD = "\"payload\":\"";

    private final String token;
    private final String authToken;
    private final StringBuilder text = new StringBuilder(1_200);
    private long sequence = 1;
    private long chunk;

    TelnyxWire(String token, String authToken) {
        this.token = token;
        this.authToken = authToken;
    }

    @Override
    public String path() {
        return "/media/telnyx/" + token;
    }

    @Override
    public List<String> opening() {
        return List.of(
                "{\"event\":\"connected\",\"version\":\"1.0.0\",\"connected\":{\"x-telnyx-streaming-auth-token\":\""
                        + authToken + "\"}}",
                "{\"event\":\"start\",\"sequence_number\":\"1\",\"stream_id\":\"" + token
                        + "\",\"start\":{\"call_control_id\":\"v3:" + token
                        + "\",\"media_format\":{\"encoding\":\"L16\",\"sample_rate\":16000,\"channels\":1}}}");
    }

    @Override
    public String media(String payload) {
        chunk++;
        sequence++;
        text.setLength(0);
        return text.append("{\"event\":\"media\",\"sequence_number\":\"")
                .append(sequence)
                .append("\",\"stream_id\":\"")
                .append(token)
                .append("\",\"media\":{\"track\":\"inbound\",\"chunk\":\"")
                .append(chunk)
                .append("\",\"timestamp\":\"")
                .append((chunk - 1) * 20)
                .append("\",\"payload\":\"")
                .append(payload)
                .append("\"}}")
                .toString();
    }

    @Override
    public String mark(String name) {
        sequence++;
        return "{\"event\":\"mark\",\"sequence_number\":\"" + sequence + "\",\"stream_id\":\"" + token
                + "\",\"mark\":{\"name\":\"" + name + "\"}}";
    }

    @Override
    public String stop() {
        sequence++;
        return "{\"event\":\"stop\",\"sequence_number\":\"" + sequence + "\",\"stream_id\":\"" + token
                + "\",\"stop\":{\"call_control_id\":\"v3:" + token + "\"}}";
    }

    @Override
    public Heard read(String frame) {
        int from = frame.indexOf(PAYLOAD);
        if (from >= 0) {
            int start = from + PAYLOAD.length();
            return new Heard.Sound(firstAudible(frame.substring(start, frame.indexOf('"', start))));
        }
        if (frame.contains("\"clear\"")) {
            return new Heard.Clear();
        }
        Matcher name = NAME.matcher(frame);
        if (!name.find()) {
            throw new IllegalStateException("The agent sent a frame that is neither media, mark nor clear.");
        }
        return new Heard.Mark(name.group(1));
    }

    private static int firstAudible(String payload) {
        byte[] bytes = Base64.getDecoder().decode(payload);
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            if (Math.abs((short) ((bytes[i + 1] << 8) | (bytes[i] & 0xff))) >= SpokenLine.AUDIBLE) {
                return i / 2;
            }
        }
        return -1;
    }
}
