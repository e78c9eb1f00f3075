package dev.pickup.simulators.caller;

import dev.pickup.simulators.caller.CallReport.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// When one side of a call is audible, from its samples. Fed in order, one thread.
///
/// Energy in blocks of 10 ms with hysteresis: speech begins in a block above [#ON_RMS] and lasts while blocks stay
/// above [#OFF_RMS]; it has ended when none did for the merge gap. Its edges are the first and last sample of at least
/// [#AUDIBLE]. The levels are chosen: synthetic voices peak 20 to 30 dB above them, codec noise lies 10 dB below.
final class Speech {
    /// -42 dBFS.
    static final double ON_RMS = 260;
    /// -50 dBFS.
    static final double OFF_RMS = 104;
    /// -47 dBFS.
    static final int AUDIBLE = 150;

    private static final int BLOCK = 10 * Pcm.SAMPLES_PER_MS;
    private static final long NONE = -1;

    /// Samples, first and last audible.
    record Span(long first, long last) {
        Utterance toUtterance() {
            return new Utterance((double) first / Pcm.SAMPLES_PER_MS, (double) (last + 1) / Pcm.SAMPLES_PER_MS);
        }
    }

    private final int mergeGap;
    private final List<Span> past = new ArrayList<>();
    private long position;
    /// First audible sample of the run of blocks above OFF_RMS that leads to now, while silent.
    private long rising = NONE;
    private long first = NONE;
    private long last = NONE;

    Speech(int mergeGapMs) {
        mergeGap = mergeGapMs * Pcm.SAMPLES_PER_MS;
    }

    /// The next samples; a whole number of blocks.
    void add(short[] samples) {
        for (int at = 0; at < samples.length; at += BLOCK) {
            block(samples, at);
            position += BLOCK;
        }
    }

    /// How many samples were fed.
    long position() {
        return position;
    }

    /// Whether an utterance goes on.
    boolean speaking() {
        return first != NONE;
    }

    /// First audible sample of the utterance that goes on, or of the last one; -1 when there was none.
    long start() {
        return speaking() ? first : past.isEmpty() ? NONE : past.getLast().first();
    }

    /// The last audible sample so far; -1 when there was none.
    long lastAudible() {
        return speaking() ? last : past.isEmpty() ? NONE : past.getLast().last();
    }

    /// All utterances so far, the one that goes on included.
    List<Span> spans() {
        return speaking()
                ? Stream.concat(past.stream(), Stream.of(new Span(first, last))).toList()
                : List.copyOf(past);
    }

    private void block(short[] samples, int from) {
        double energy = 0;
        int firstAudible = -1;
        int lastAudible = -1;
        for (int i = 0; i < BLOCK; i++) {
            int sample = samples[from + i];
            energy += (double) sample * sample;
            if (Math.abs(sample) >= AUDIBLE) {
                firstAudible = firstAudible < 0 ? i : firstAudible;
                lastAudible = i;
            }
        }
        double rms = Math.sqrt(energy / BLOCK);
        if (rms >= OFF_RMS && firstAudible >= 0) {
            loud(rms, position + firstAudible, position + lastAudible);
        } else {
            quiet();
        }
    }

    private void loud(double rms, long firstAudible, long lastAudible) {
        rising = rising == NONE ? firstAudible : rising;
        if (speaking()) {
            last = lastAudible;
        } else if (rms >= ON_RMS) {
            first = rising;
            last = lastAudible;
        }
    }

    private void quiet() {
        rising = NONE;
        if (speaking() && position + BLOCK - last > mergeGap) {
            past.add(new Span(first, last));
            first = NONE;
        }
    }
}
