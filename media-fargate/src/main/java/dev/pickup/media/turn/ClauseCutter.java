package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Cuts a model's tokens into clauses to be spoken: the first one short, so that the voice can begin; the later ones
/// whole sentences, so that it sounds right. One per reply; bounded: an endless text without a stop is cut as well.
final class ClauseCutter {
    /// Characters from which a comma ends the first clause; chosen: "Sure," alone sounds clipped.
    private static final int FIRST_AT_LEAST = 12;

    /// Characters from which a comma ends a later clause.
    private static final int LATER_AT_LEAST = 60;

    /// Characters at which the first clause is cut at a space.
    private static final int FIRST_AT_MOST = 90;

    private static final int LATER_AT_MOST = 240;

    private static final Set<String> ABBREVIATIONS = Set.of(
            "dr", "mr", "mrs", "ms", "st", "ave", "rd", "a.m", "p.m", "e.g", "i.e", "no", "vs", "inc", "jr", "sr");

    private static final String SENTENCE_ENDS = "!?…。！？";

    private static final String CLOSING = "\"')]”’»";

    private final StringBuilder rest = new StringBuilder();
    private boolean first = true;

    /// The clauses of a text that is there as a whole.
    static List<String> whole(String text) {
        ClauseCutter cutter = new ClauseCutter();
        List<String> clauses = new ArrayList<>(cutter.add(text));
        cutter.end().ifPresent(clauses::add);
        return clauses;
    }

    /// Adds a token; returns the clauses that became complete.
    List<String> add(String token) {
        rest.append(token);
        List<String> clauses = new ArrayList<>(1);
        for (int end = clauseEnd(); end > 0; end = clauseEnd()) {
            cut(end).ifPresent(clauses::add);
        }
        return clauses;
    }

    /// No more tokens come: the rest, if it says anything.
    Optional<String> end() {
        Optional<String> last = cut(rest.length());
        rest.setLength(0);
        return last;
    }

    /// No more tokens come, and nobody meant the text to end here: the rest, if it is a whole sentence.
    ///
    /// @param words or else what of it are whole words
    Optional<String> endAsCut(boolean words) {
        if (endsSentence(rest)) {
            return end();
        }
        int last = rest.length();
        while (last > 0 && (!words || !Character.isWhitespace(rest.charAt(last - 1)))) {
            last--;
        }
        return cut(last);
    }

    /// Whether the text ends as a sentence does. A full stop behind a digit may be in the middle of a number.
    static boolean endsSentence(CharSequence text) {
        int last = text.length() - 1;
        while (last > 0 && (Character.isWhitespace(text.charAt(last)) || CLOSING.indexOf(text.charAt(last)) >= 0)) {
            last--;
        }
        if (last > 0 && text.charAt(last) == '.') {
            return !Character.isDigit(text.charAt(last - 1)) && !abbreviation(text, last);
        }
        return last > 0 && SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0;
    }

    private Optional<String> cut(int end) {
        String clause = Markdown.strip(rest.substring(0, end));
        rest.delete(0, end);
        if (clause.chars().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        first = false;
        return Optional.of(clause);
    }

    /// Where the first complete clause ends, or 0.
    private int clauseEnd() {
        int atLeast = first ? FIRST_AT_LEAST : LATER_AT_LEAST;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            boolean more = i + 1 < rest.length();
            boolean space = more && Character.isWhitespace(rest.charAt(i + 1));
            boolean closes = switch (c) {
                case '!', '?' -> !more || space;
                case '.' -> space && !abbreviation(rest, i);
                case ',', ';', ':', '—' -> space && i >= atLeast;
                case '\n' -> true;
                default -> false;
            };
            if (closes) {
                return i + 1;
            }
        }
        int atMost = first ? FIRST_AT_MOST : LATER_AT_MOST;
        int space = rest.length() > atMost ? rest.lastIndexOf(" ", atMost) : -1;
        return space > 0 ? space + 1 : rest.length() > 2 * atMost ? atMost : 0;
    }

    private static boolean abbreviation(CharSequence text, int dot) {
        int start = dot;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        String word = text.subSequence(start, dot).toString().toLowerCase(Locale.ROOT);
        boolean listNumber =
                !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(Character::isDigit) && start == 0;
        return ABBREVIATIONS.contains(word) || listNumber || (word.length() == 1 && Character.isLetter(word.charAt(0)));
    }
}
