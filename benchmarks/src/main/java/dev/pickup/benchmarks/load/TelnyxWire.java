package dev.pickup.benchmarks.load;

import java.util.List;

/// Telnyx's media frames, written and read without a JSON tree: the load generator shall leave the machine to the
/// server. Source: Telnyx, "Media Streaming over WebSockets" (2026).
final class TelnyxWire implements CallerWire {
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
    public boolean narrow() {
        return false;
    }

    @Override
    public int firstAudible(byte[] sound) {
        for (int i = 0; i + 1 < sound.length; i += 2) {
            if (Math.abs((short) ((sound[i + 1] << 8) | (sound[i] & 0xff))) >= SpokenLine.AUDIBLE) {
                return i / 2;
            }
        }
        return -1;
    }
}
