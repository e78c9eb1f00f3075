package dev.pickup.simulators.telnyx.media;

import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.caller.Resampler;
import java.util.Arrays;

/// Turns frames of 20 ms at 16 kHz into payloads of 20 ms. One thread; remembers the end of the last frame.
final class FrameEncoder {
    /// The resampler's lag at 8 kHz, rounded up: what must be waiting so that no frame is ever short.
    private static final int LAG_SAMPLES = 40;

    private final WireFormat format;
    private final Resampler resampler;
    private final int frameSamples;
    private short[] waiting;

    FrameEncoder(WireFormat format) {
        this.format = format;
        resampler = new Resampler(Pcm.SAMPLE_RATE_HZ, format.sampleRateHz());
        frameSamples = format.sampleRateHz() / 50;
        waiting = new short[format.sampleRateHz() == Pcm.SAMPLE_RATE_HZ ? 0 : LAG_SAMPLES];
    }

    byte[] encode(short[] frame) {
        short[] samples = frame;
        if (format.sampleRateHz() != Pcm.SAMPLE_RATE_HZ) {
            short[] fresh = resampler.next(frame);
            samples = Arrays.copyOf(waiting, waiting.length + fresh.length);
            System.arraycopy(fresh, 0, samples, waiting.length, fresh.length);
            waiting = Arrays.copyOfRange(samples, frameSamples, samples.length);
        }
        byte[] payload = new byte[frameSamples * format.bytesPerSample()];
        for (int i = 0; i < frameSamples; i++) {
            format.put(samples[i], payload, i);
        }
        return payload;
    }
}
