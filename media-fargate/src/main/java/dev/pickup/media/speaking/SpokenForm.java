package dev.pickup.media.speaking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes text as a person says it, so that every voice says the same: "$49.95" → "forty-nine dollars and ninety-five
/// cents". English; text in other languages only gets the agent's pronunciations. Immutable.
public final class SpokenForm {
    /// In this order: what is longer and more special comes first.
    private static final List<Rule> ENGLISH = Stream.of(
                    SpokenAddresses.RULES, SpokenDates.RULES, SpokenAmounts.RULES, SpokenNumbers.RULES)
            .flatMap(List::stream)
            .toList();

    private static final Rule SPACES = Rule.of("\\s{2,}", " ");

    private final boolean english;
    private final List<Rule> pronunciations;

    /// @param language       BCP 47
    /// @param pronunciations written form → how to say it; longer ones come first
    public SpokenForm(String language, Map<String, String> pronunciations) {
        this.english = language.toLowerCase(Locale.ROOT).startsWith("en");
        this.pronunciations = pronunciations.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey((a, b) -> b.length() - a.length())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Rule(word(entry.getKey()), _ -> entry.getValue()))
                .toList();
    }

    /// The same words, spelled out.
    public String of(String text) {
        String said = text;
        for (Rule rule : pronunciations) {
            said = rule.apply(said);
        }
        if (english) {
            for (Rule rule : ENGLISH) {
                said = rule.apply(said);
            }
            said = SPACES.apply(said).strip();
        }
        return said;
    }

    private static Pattern word(String written) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(written) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
