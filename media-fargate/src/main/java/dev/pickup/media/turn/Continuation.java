package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What a model writes when it was asked to go on after its words broke off, without what it only says again: many
/// begin the sentence anew, or the whole reply. Held back until a word shows which of them it is, so nothing is
/// spoken twice. Other words for the same are none of its business. Not thread-safe.
final class Continuation {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// What somebody repeats who begins at one of the clauses; the longest first.
    private final List<List<String>> repeats;

    private final StringBuilder held = new StringBuilder();
    private boolean decided;

    private record Word(String plain, int end) {}

    /// @param said the clauses that were spoken before
    Continuation(List<String> said) {
        repeats = IntStream.range(0, said.size())
                .mapToObj(from -> words(String.join(" ", said.subList(from, said.size())), true))
                .map(words -> words.stream().map(Word::plain).toList())
                .toList();
        decided = said.isEmpty();
    }

    /// Adds a token; returns what is known to be new.
    String add(String token) {
        if (decided) {
            return token;
        }
        held.append(token);
        return decide(false);
    }

    /// No more tokens come; returns what is new of those that were held back.
    String end() {
        return decided ? "" : decide(true);
    }

    private String decide(boolean last) {
        List<Word> words = words(held, last);
        for (List<String> repeat : repeats) {
            int common = Math.min(words.size(), repeat.size());
            boolean same = IntStream.range(0, common)
                    .allMatch(i -> words.get(i).plain().equals(repeat.get(i)));
            if (same && common == repeat.size()) {
                return release(common == 0 ? 0 : words.get(common - 1).end());
            }
            if (same) { // it ended within what was said already, or may go on with it
                return last ? release(held.length()) : "";
            }
        }
        return release(0);
    }

    private String release(int from) {
        decided = true;
        return held.substring(from);
    }

    /// The words that are there as a whole: white space follows, or nothing any more.
    private static List<Word> words(CharSequence text, boolean last) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String plain = MARKS.matcher(word.group().toLowerCase(Locale.ROOT)).replaceAll("");
            if (!plain.isEmpty() && (last || word.end() < text.length())) {
                words.add(new Word(plain, word.end()));
            }
        }
        return words;
    }
}
