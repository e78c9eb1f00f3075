package dev.pickup.simulators.twilio.media;

import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.caller.Resampler;
import dev.pickup.simulators.line.G711;
import java.util.Arrays;

/// Mu-law at 8 kHz, both ways. One thread; it remembers the end of the last frame.
final class MuLaw {
    private static final int TELEPHONE_HZ = 8000;
    private static final int FRAME = TELEPHONE_HZ / 50;
    /// The resampler's lag, rounded up: what must be waiting so that no frame is ever short.
    private static final int LAG_SAMPLES = 40;

    private final Resampler down = new Resampler(Pcm.SAMPLE_RATE_HZ, TELEPHONE_HZ);
    private final Resampler up = new Resampler(TELEPHONE_HZ, Pcm.SAMPLE_RATE_HZ);
    private short[] waiting = new short[LAG_SAMPLES];

    /// 20 ms at 16 kHz as 20 ms of mu-law.
    byte[] encode(short[] frame) {
        short[] fresh = down.next(frame);
        short[] samples = Arrays.copyOf(waiting, waiting.length + fresh.length);
        System.arraycopy(fresh, 0, samples, waiting.length, fresh.length);
        waiting = Arrays.copyOfRange(samples, FRAME, samples.length);
        byte[] payload = new byte[FRAME];
        for (int i = 0; i < FRAME; i++) {
            payload[i] = G711.toMuLaw(samples[i]);
        }
        return payload;
    }

    /// Any length of mu-law at 16 kHz.
    Pcm decode(byte[] payload) {
        short[] samples = new short[payload.length];
        for (int i = 0; i < payload.length; i++) {
            samples[i] = G711.fromMuLaw(payload[i]);
        }
        return Pcm.of(up.next(samples));
    }
}
