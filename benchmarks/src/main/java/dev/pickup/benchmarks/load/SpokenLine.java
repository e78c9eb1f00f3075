package dev.pickup.benchmarks.load;

import dev.pickup.benchmarks.caption.Announcement;
import dev.pickup.benchmarks.caption.Caption;
import dev.pickup.benchmarks.caption.WordEnds;
import dev.pickup.media.audio.AudioFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/// A sentence of callers, ready for the wire: base64 of one 20 ms frame after the other. Immutable, shared by all
/// calls.
///
/// @param text        what is said
/// @param payloads    L16, little-endian, 16 kHz
/// @param firstSample where speech begins, in samples
/// @param lastSample  its last sample that can be heard
record SpokenLine(String text, List<String> payloads, int firstSample, int lastSample) {
    /// -40 dBFS: quieter is not heard on a telephone.
    static final int AUDIBLE = 328;

    /// Loudness of a caller who speaks normally: speech peaks at -12 dBFS.
    private static final double PEAK = 8_200;

    SpokenLine {
        payloads = List.copyOf(payloads);
    }

    /// @param sound what a voice made of `text`
    static SpokenLine of(String text, short[] sound) {
        short[] samples = evened(sound);
        int first = 0;
        while (first < samples.length && Math.abs(samples[first]) < AUDIBLE) {
            first++;
        }
        int last = samples.length - 1;
        while (last > first && Math.abs(samples[last]) < AUDIBLE) {
            last--;
        }
        if (first >= samples.length) {
            throw new IllegalArgumentException("A caller's line makes no sound.");
        }
        caption(WordEnds.words(text), samples, first, last);
        return new SpokenLine(text, encoded(samples), first, last);
    }

    /// Frames of base64 for samples that fill whole frames.
    static List<String> encoded(short[] samples) {
        List<String> payloads = new ArrayList<>();
        byte[] bytes = new byte[2 * AudioFrame.SAMPLES];
        for (int from = 0; from < samples.length; from += AudioFrame.SAMPLES) {
            for (int i = 0; i < AudioFrame.SAMPLES; i++) {
                bytes[2 * i] = (byte) samples[from + i];
                bytes[2 * i + 1] = (byte) (samples[from + i] >> 8);
            }
            payloads.add(Base64.getEncoder().encodeToString(bytes));
        }
        return payloads;
    }

    /// As loud as everybody, and whole frames of it.
    private static short[] evened(short[] sound) {
        int loudest = 1;
        for (short sample : sound) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        int frames = (sound.length + AudioFrame.SAMPLES - 1) / AudioFrame.SAMPLES;
        short[] samples = Arrays.copyOf(sound, frames * AudioFrame.SAMPLES);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(samples[i] * PEAK / loudest);
        }
        return samples;
    }

    private static void caption(List<String> words, short[] samples, int first, int last) {
        int[] ends = WordEnds.of(
                words, first / AudioFrame.SAMPLES, last / AudioFrame.SAMPLES, each -> isAudible(samples, each));
        int frame = first / AudioFrame.SAMPLES;
        for (int i = 0; i < ends.length; i++) {
            for (; frame <= ends[i]; frame++) {
                new Caption(i, frame == ends[i], words.get(i)).write(samples, frame * AudioFrame.SAMPLES);
            }
        }
    }

    private static boolean isAudible(short[] samples, int frame) {
        int from = frame * AudioFrame.SAMPLES;
        return IntStream.range(from, from + AudioFrame.SAMPLES).anyMatch(i -> Math.abs(samples[i]) >= AUDIBLE);
    }

    /// The same, with an announcement ahead of it, for wires that lose captions.
    SpokenLine announced() {
        int first = firstSample / AudioFrame.SAMPLES;
        List<String> all = new ArrayList<>();
        new Announcement(text, first, lastSample / AudioFrame.SAMPLES)
                .frames()
                .forEach(frame -> all.addAll(encoded(frame)));
        int ahead = all.size() * AudioFrame.SAMPLES;
        all.addAll(payloads);
        return new SpokenLine(text, all, firstSample + ahead, lastSample + ahead);
    }
}
