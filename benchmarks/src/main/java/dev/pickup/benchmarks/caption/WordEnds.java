package dev.pickup.benchmarks.caption;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// When the words of a line end, as far as nobody has listened: each takes a share of the sound that its letters have
/// in the line. In a pause no word ends.
public final class WordEnds {
    private WordEnds() {}

    /// The frame that each word ends with, in their order; of a line whose pauses are not known.
    ///
    /// @param first frame of the line's sound
    /// @param last  frame of it
    public static int[] of(List<String> words, int first, int last) {
        return of(words, first, last, _ -> true);
    }

    /// The frame that each word ends with, in their order.
    ///
    /// @param first   frame of the line's sound
    /// @param last    frame of it
    /// @param audible whether a frame has sound
    public static int[] of(List<String> words, int first, int last, IntPredicate audible) {
        int[] sound = IntStream.rangeClosed(first, last).filter(audible).toArray();
        int letters = words.stream().mapToInt(WordEnds::weight).sum();
        int[] ends = new int[words.size()];
        int spoken = 0;
        for (int i = 0; i < ends.length; i++) {
            spoken += weight(words.get(i));
            ends[i] = i == ends.length - 1 ? last : sound[(sound.length - 1) * spoken / letters];
        }
        return ends;
    }

    /// The words of a line.
    public static List<String> words(String text) {
        return Arrays.asList(text.split(" ", -1));
    }

    private static int weight(String word) {
        return word.getBytes(StandardCharsets.UTF_8).length + 1;
    }
}
