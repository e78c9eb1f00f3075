package dev.pickup.media.audio;

import dev.pickup.media.audio.WireFormat.ByteOrder;
import dev.pickup.media.audio.WireFormat.Encoding;
import java.util.ArrayList;
import java.util.List;

/// A carrier's audio bytes, in order and of any length, → our frames of 20 ms. One per stream; not thread-safe.
///
/// Bytes that do not fill a frame wait for the next ones; half a sample is dropped.
public final class WireDecoder {
    private final WireFormat format;
    private final ByteOrderProbe probe;
    private final Upsampler upsampler = new Upsampler();
    private short[] waiting = new short[AudioFrame.SAMPLES];
    private int filled;

    public WireDecoder(WireFormat format) {
        this.format = format;
        this.probe = new ByteOrderProbe(format.byteOrder());
    }

    /// The frames that became full.
    public List<AudioFrame> decode(byte[] payload) {
        if (format.encoding() == Encoding.L16 && !probe.decided()) {
            probe.look(payload);
        }
        short[] samples = samples(payload);
        return frames(format.sampleRateHz() == AudioFrame.SAMPLE_RATE_HZ ? samples : upsampler.up(samples));
    }

    /// The format as it turned out: the byte order is the one that the audio itself shows.
    public WireFormat format() {
        return format.encoding() == Encoding.L16 ? format.withByteOrder(probe.order()) : format;
    }

    /// Whether enough was heard for the byte order to be certain; always so for one-byte codecs.
    public boolean certain() {
        return format.encoding() != Encoding.L16 || probe.decided();
    }

    private short[] samples(byte[] payload) {
        return switch (format.encoding()) {
            case L16 -> linear(payload, probe.order());
            case PCMU -> {
                short[] samples = new short[payload.length];
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = G711.muLaw(payload[i]);
                }
                yield samples;
            }
            case PCMA -> {
                short[] samples = new short[payload.length];
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = G711.aLaw(payload[i]);
                }
                yield samples;
            }
        };
    }

    private static short[] linear(byte[] payload, ByteOrder order) {
        int high = order == ByteOrder.LITTLE_ENDIAN ? 1 : 0;
        short[] samples = new short[payload.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((payload[2 * i + high] << 8) | (payload[2 * i + 1 - high] & 0xff));
        }
        return samples;
    }

    private List<AudioFrame> frames(short[] samples) {
        List<AudioFrame> frames = new ArrayList<>(1 + samples.length / AudioFrame.SAMPLES);
        if (filled == 0 && samples.length == AudioFrame.SAMPLES) { // nearly always: a frame of theirs is one of ours
            return List.of(AudioFrame.owning(samples));
        }
        int from = 0;
        while (from < samples.length) {
            int part = Math.min(AudioFrame.SAMPLES - filled, samples.length - from);
            System.arraycopy(samples, from, waiting, filled, part);
            filled += part;
            from += part;
            if (filled == AudioFrame.SAMPLES) {
                frames.add(AudioFrame.owning(waiting));
                waiting = new short[AudioFrame.SAMPLES];
                filled = 0;
            }
        }
        return List.copyOf(frames);
    }
}
