package dev.pickup.benchmarks.audio;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Words, and how many of them are left.
final class Words {
    private Words() {}

    static List<String> of(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9' ]", " ")
                        .strip()
                        .split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// How many of `said` are not in `understood`, in the same order: the longest common subsequence is what is left.
    static int lost(List<String> said, List<String> understood) {
        int[][] common = new int[said.size() + 1][understood.size() + 1];
        for (int i = 1; i <= said.size(); i++) {
            for (int j = 1; j <= understood.size(); j++) {
                common[i][j] = said.get(i - 1).equals(understood.get(j - 1))
                        ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        return said.size() - common[said.size()][understood.size()];
    }
}
