package dev.pickup.media.turn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words of a transcript, and the small questions asked of them.
final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'’@+]+");

    /// What people say to show that they listen. They do not take the floor with it.
    private static final Set<String> LISTENING = Set.of(
            "mm", "mhm", "mmhm", "hm", "hmm", "uh", "uhhuh", "huh", "yeah", "yep", "okay", "ok", "right", "sure");

    private Words() {}

    /// The words of `text`, in lower case.
    static List<String> of(String text) {
        return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Whether `text` only says "I am listening": at most three such words.
    static boolean isBackchannel(String text) {
        List<String> words = of(text.replace("-", ""));
        return !words.isEmpty() && words.size() <= 3 && LISTENING.containsAll(words);
    }

    /// Words separated by white space, as they are counted for what was heard.
    static String[] spaced(String text) {
        return text.isBlank() ? new String[0] : text.strip().split("\\s+");
    }
}
