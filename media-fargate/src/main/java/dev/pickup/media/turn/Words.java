package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words of a transcript, and the small questions asked of them.
final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'’@+]+");

    /// What people say to show that they listen. They do not take the floor with it.
    private static final Set<String> LISTENING = Set.of(
            "mm", "mmm", "mhm", "mmhm", "hm", "hmm", "uh", "um", "uhhuh", "huh", "ah", "aha", "oh", "yeah", "yep",
            "yes", "okay", "ok", "right", "alright", "sure", "good", "great", "cool", "nice", "perfect", "see", "i",
            "got", "it", "of", "course", "gotcha");

    /// Of the words above, those that say nothing by themselves: "I", "I got it".
    private static final Set<String> ONLY_TOGETHER = Set.of("i", "of", "got", "it", "see");

    private static final Set<String> UNDERSTANDING = Set.of("i see", "got it", "i got it", "oh i see", "okay got it");

    /// What people say when a call is answered, often over the answer.
    private static final Set<String> GREETING = Set.of("hello", "hi", "hey", "good", "morning", "afternoon", "evening");

    private static final Set<Character.UnicodeScript> SYLLABLES = EnumSet.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL);

    /// Words in a row that are no accident: with fewer, the caller may be repeating what interests them.
    private static final int ECHO = 3;

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
        boolean few = !words.isEmpty() && words.size() <= 3 && LISTENING.containsAll(words);
        return (few && !ONLY_TOGETHER.contains(words.getLast())) || UNDERSTANDING.contains(String.join(" ", words));
    }

    /// Whether `text` only greets.
    static boolean isGreeting(String text) {
        List<String> words = of(text);
        return !words.isEmpty() && words.size() <= 3 && GREETING.containsAll(words);
    }

    /// Whether the line brought our own words back: `heard` is a piece of what we are saying.
    static boolean isEcho(String heard, String said) {
        List<String> words = of(heard);
        return words.size() >= ECHO && Collections.indexOfSubList(of(said), words) >= 0;
    }

    /// Whether both say the same, however it is written: "Four one five." and "415".
    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /// Letters of `text`; a character that stands for a syllable or a word counts for three.
    static int letters(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .map(letter -> SYLLABLES.contains(Character.UnicodeScript.of(letter)) ? 3 : 1)
                .sum();
    }

    /// Words separated by white space, as they are counted for what was heard.
    static String[] spaced(String text) {
        return text.isBlank() ? new String[0] : text.strip().split("\\s+");
    }

    /// Digits as one run, fillers left out.
    private static List<String> plain(String text) {
        List<String> plain = new ArrayList<>();
        boolean digits = false;
        for (String word : of(text)) {
            if (word.equals("um") || word.equals("uh")) {
                continue;
            }
            Integer digit = Dictation.DIGITS.get(word);
            String said = digit == null ? word.replace("'", "").replace("’", "") : digit.toString();
            boolean number = said.chars().allMatch(Character::isDigit);
            if (number && digits) {
                plain.add(plain.removeLast() + said);
            } else {
                plain.add(said);
            }
            digits = number;
        }
        return plain;
    }
}
