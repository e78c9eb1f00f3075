package dev.pickup.local.config;

import java.util.Arrays;
import java.util.Comparator;

/// Finds what somebody probably meant.
final class Spelling {
    private static final int CLOSE = 4;

    private Spelling() {}

    /// What to do about a name that is not a setting, as the end of a sentence.
    static String advice(String name) {
        Setting nearest = Arrays.stream(Setting.values())
                .min(Comparator.comparingInt(setting -> distance(name, setting.name())))
                .orElseThrow();
        return distance(name, nearest.name()) <= CLOSE
                ? "did you mean " + nearest + "?"
                : "remove it; `./pickup config` lists what can be set";
    }

    /// Levenshtein's: how many letters to add, drop or change.
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
