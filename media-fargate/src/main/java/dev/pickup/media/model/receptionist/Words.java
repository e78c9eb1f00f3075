package dev.pickup.media.model.receptionist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a caller said, made comparable: lower case, no punctuation, one token a word, with the recognizer's
/// usual slips mended ("2 esday", "3pm", "15 30", "p.m.").
final class Words {
    private record Mending(Pattern heard, String meant) {}

    private static final List<Mending> MENDINGS = List.of(
            mend("[’‘]", "'"),
            mend("\\b([ap])\\.m\\b\\.?", "$1m"),
            mend("(?<=\\d ?)([ap])\\.? ?m\\b\\.?", " $1m"),
            mend(
                    "(?<=(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|fifteen) )([ap]) m\\b",
                    "$1m"),
            mend("\\bo(?:'|h)? ?clock\\b", "oclock"),
            mend("(\\d)[.](\\d\\d)(?!\\d)", "$1:$2"),
            mend("(\\d),(\\d{3})\\b", "$1$2"),
            mend("\\b([01]?\\d|2[0-3]) ([0-5][05])(?= ?(?:am|pm|oclock|$|[,.?!]))", "$1:$2"),
            mend("(\\d)(am|pm|oclock)\\b", "$1 $2"),
            mend("\\b(?:2|two|to|too)[ -]?(?:s|es|se|ease)[ -]?day\\b", "tuesday"),
            mend("\\b(?:choose|tues|twos|two's|dues|chews)[ -]?day'?s?\\b|\\bt(?:eu|ew|u|oo)e?sday\\b", "tuesday"),
            mend("\\bto day\\b", "today"),
            mend("\\b(?:to morrow|two morrow|tomorow|tomorrow's)\\b", "tomorrow"),
            mend("\\b(?:wens|wends|wed|when's|gwen's|wednes|winds) ?(?:day|knee)'?s?\\b", "wednesday"),
            mend("\\b(?:thurs|thirs|thers|third's) ?day'?s?\\b", "thursday"),
            mend("\\b(?:fry|fried|fri) ?day'?s?\\b", "friday"),
            mend("\\b(?:satur|sat or|sutter|sadder) ?day'?s?\\b", "saturday"),
            mend("\\b(?:sun|sundae|son) ?days?\\b", "sunday"),
            mend("\\b(?:mon|mun|moan) ?day'?s?\\b", "monday"),
            mend("\\b(mon|tues|wednes|thurs|fri|satur|sun)day's?\\b", "$1day"),
            mend("\\bgood[ -]?(?:by|bye|buy|bi)\\b", "goodbye"),
            mend("\\bappoint ?men(?:t|ts)?\\b|\\ban appoint\\b", "appointment"),
            mend("\\bcheck[ -]?up\\b", "checkup"),
            mend("\\b(?:parting|parked|barking)(?= (?:at|lot|space|there))", "parking"),
            mend("\\bopening (?:now|ours|our|colours|colors|hour|powers|flowers)\\b", "opening hours"));

    private static final Pattern TOKEN =
            Pattern.compile("\\d{1,2}:\\d{2}|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d+(?:st|nd|rd|th)?|[a-z][a-z']*");

    private final String original;
    private final List<String> tokens;

    private Words(String original, List<String> tokens) {
        this.original = original;
        this.tokens = List.copyOf(tokens);
    }

    static Words of(String heard) {
        String text = heard.toLowerCase(Locale.ROOT);
        for (Mending each : MENDINGS) {
            text = each.heard().matcher(text).replaceAll(each.meant());
        }
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group());
        }
        return new Words(heard.strip(), tokens);
    }

    /// As it was heard.
    String original() {
        return original;
    }

    List<String> tokens() {
        return tokens;
    }

    int count() {
        return tokens.size();
    }

    /// The token at `index`; empty text outside.
    String at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : "";
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /// True when `phrase` (words with spaces, or a regular expression over such text) occurs as whole words.
    boolean has(String phrase) {
        return Phrases.PATTERNS
                .computeIfAbsent(phrase, each -> Pattern.compile("(?<= |^)(?:" + each + ")(?= |$)"))
                .matcher(text())
                .find();
    }

    /// All tokens with single spaces.
    String text() {
        return String.join(" ", tokens);
    }

    @Override
    public String toString() {
        return text();
    }

    /// Compiled once; the phrases are constants of this package, so there is a limit to them.
    private static final class Phrases {
        static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    }

    private static Mending mend(String heard, String meant) {
        return new Mending(Pattern.compile(heard), meant);
    }
}
