package dev.pickup.benchmarks.load;

import java.util.List;

/// Telnyx's media frames: L16 at 16,000 Hz both ways. Source: Telnyx, "Media Streaming over WebSockets" (2026).
final class TelnyxWire implements CallerWire {
    private final String token;
    private final String authToken;
    private final CallerFrames frames;

    TelnyxWire(String token, String authToken) {
        this.token = token;
        this.authToken = authToken;
        this.frames = new CallerFrames("sequence_number", "stream_id", token);
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
        return frames.media(payload);
    }

    @Override
    public String mark(String name) {
        return frames.mark(name);
    }

    @Override
    public String stop() {
        return frames.stop("call_control_id", "v3:" + token);
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
