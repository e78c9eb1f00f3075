package dev.pickup.benchmarks.audio;

import java.time.Duration;
import java.util.Arrays;

/// Makes a speaker hesitate: the longest gap inside a spoken sentence becomes as long as wanted. The sentence is
/// spoken in one go, so that the voice before the gap is that of somebody who goes on. Two sentences put together
/// would fall at the end of the first one, as nobody's voice does in the middle of a thought. Pure.
final class Hesitation {
    private static final int SAMPLES_PER_MS = 16;
    private static final int BLOCK = 10 * SAMPLES_PER_MS;

    /// -46 dBFS: the voices say nothing below it.
    private static final int QUIET = 160;

    /// A gap, in samples.
    private record Gap(int from, int to) {
        int length() {
            return to - from;
        }
    }

    private Hesitation() {}

    /// @throws IllegalArgumentException there is no gap
    static short[] in(short[] sentence, Duration pause) {
        Gap gap = longestGap(sentence);
        if (gap.length() == 0) {
            throw new IllegalArgumentException("There is no gap in the sentence.");
        }
        int wanted = Math.toIntExact(pause.toMillis()) * SAMPLES_PER_MS;
        int more = Math.max(0, wanted - gap.length());
        short[] all = Arrays.copyOf(sentence, sentence.length + more);
        int middle = gap.from() + gap.length() / 2;
        Arrays.fill(all, middle, middle + more, (short) 0);
        System.arraycopy(sentence, middle, all, middle + more, sentence.length - middle);
        return all;
    }

    /// The longest quiet stretch that has sound on both sides.
    private static Gap longestGap(short[] samples) {
        Gap longest = new Gap(0, 0);
        int lastSound = -1;
        for (int at = 0; at + BLOCK <= samples.length; at += BLOCK) {
            if (loud(samples, at)) {
                if (lastSound >= 0 && at - lastSound > longest.length()) {
                    longest = new Gap(lastSound, at);
                }
                lastSound = at + BLOCK;
            }
        }
        return longest;
    }

    private static boolean loud(short[] samples, int from) {
        for (int i = from; i < from + BLOCK; i++) {
            if (Math.abs(samples[i]) > QUIET) {
                return true;
            }
        }
        return false;
    }
}
