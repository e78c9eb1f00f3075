package dev.pickup.benchmarks.load;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.audio.MuLawEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Twilio's media frames: mu-law at 8,000 Hz both ways. Source: Twilio, "Media Streams: WebSocket messages" (2026).
final class TwilioWire implements CallerWire {
    /// Without its sign, mu-law's 0x7f is silence, and loudness grows downwards: this is 340, the first above -40 dBFS.
    private static final int QUIETEST_AUDIBLE = 0x62;

    private final MuLawEncoder encoder = new MuLawEncoder();
    private final String token;
    private final String authToken;
    private final String stream;
    private final CallerFrames frames;

    TwilioWire(String token, String authToken) {
        this.token = token;
        this.authToken = authToken;
        this.stream =
                "MZ" + HexFormat.of().formatHex(new byte[12]) + HexFormat.of().toHexDigits(token.hashCode());
        this.frames = new CallerFrames("sequenceNumber", "streamSid", stream);
    }

    @Override
    public String path() {
        return "/media/twilio/" + token;
    }

    @Override
    public List<String> opening() {
        return List.of(
                "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}",
                "{\"event\":\"start\",\"sequenceNumber\":\"1\",\"streamSid\":\"" + stream
                        + "\",\"start\":{\"streamSid\":\"" + stream + "\",\"callSid\":\"CA" + token
                        + "\",\"tracks\":[\"inbound\"],\"mediaFormat\":{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,"
                        + "\"channels\":1},\"customParameters\":{\"token\":\"" + authToken + "\"}}}");
    }

    @Override
    public boolean narrow() {
        return true;
    }

    @Override
    public String media(String payload) {
        return frames.media(muLaw(payload));
    }

    private String muLaw(String payload) {
        byte[] bytes = Base64.getDecoder().decode(payload);
        short[] samples = new short[AudioFrame.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((bytes[2 * i + 1] << 8) | (bytes[2 * i] & 0xff));
        }
        return Base64.getEncoder().encodeToString(encoder.encode(AudioFrame.owning(samples)));
    }

    @Override
    public String mark(String name) {
        return frames.mark(name);
    }

    @Override
    public String stop() {
        return frames.stop("callSid", "CA" + token);
    }

    @Override
    public int firstAudible(byte[] sound) {
        for (int i = 0; i < sound.length; i++) {
            if ((sound[i] & 0x7f) <= QUIETEST_AUDIBLE) {
                return 2 * i;
            }
        }
        return -1;
    }
}
