package dev.pickup.media.speaking;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers that are nothing more special, and signs between words.
final class SpokenNumbers {
    private static final Map<String, String> FRACTIONS = Map.of(
            "1/2", "one half", "1/3", "one third", "2/3", "two thirds", "1/4", "one quarter", "3/4", "three quarters");

    /// From so many digits on, a number without commas is a code, and said digit by digit.
    private static final String CODE = "(?<![\\d.,])\\d{5,}(?![\\d]|[.,]\\d)";

    static final List<Rule> RULES = List.of(
            Rule.of("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{FE0F}\\x{200D}]", ""),
            Rule.of("\\b(\\d)\\s1/2\\b", m -> m.group(1) + " and a half"),
            Rule.of(
                    "(?<![\\d/])(\\d/\\d)(?![\\d/])",
                    m -> fraction(m.group(1)).orElse(m.group(1).replace("/", " over "))),
            Rule.of("½", " one half"),
            Rule.of("\\b(\\d{1,2})(?:st|nd|rd|th)\\b", m -> NumberWords.ordinal(Long.parseLong(m.group(1)))),
            Rule.of("#\\s?(?=\\d)", "number "),
            Rule.of("\\bNo\\.\\s?(?=\\d)", "number "),
            Rule.of(
                    "(?i)\\b(code|pin|extension|room|suite|ending in|confirmation|flight)(\\s(?:number|is))?\\s(\\d{4,})\\b",
                    m -> m.group(1) + (m.group(2) == null ? "" : m.group(2)) + " " + NumberWords.digits(m.group(3))),
            Rule.of("\\s&\\s", " and "),
            Rule.of("\\bw/(?=\\s?\\w)", "with "),
            Rule.of("(?<=[a-zA-Z])/(?=[a-zA-Z])", " or "),
            Rule.of("[~≈]\\s?(?=\\d)", "about "),
            Rule.of("(?<=\\s)@(?=\\s)", "at"),
            Rule.of("(?<=\\s)[+](?=\\s)", "plus"),
            Rule.of("(?<=\\s)=(?=\\s)", "equals"),
            Rule.of("(?<![\\w.-])[-−](?=\\d)", "minus "),
            Rule.of("(?<=\\b\\d{1,4})\\s?[-–—]\\s?(?=\\d{1,4}\\b(?!-))", " to "),
            Rule.of(
                    "\\b(\\d{1,9})\\.(\\d{1,6})\\b",
                    m -> cardinal(m.group(1)) + " point " + NumberWords.digits(m.group(2))),
            Rule.of(
                    "(?<![\\d,])(1[5-9]\\d{2}|20\\d{2})(?![\\d,]\\d)",
                    m -> NumberWords.year(Integer.parseInt(m.group(1)))),
            Rule.of("\\b(\\d{1,3}(?:,\\d{3})+)\\b", m -> large(m.group(1))),
            Rule.of("(?<!\\d)0\\d+\\b", m -> NumberWords.digits(m.group())),
            Rule.of(CODE, m -> NumberWords.digits(m.group())),
            Rule.of("(?<!\\d)(\\d{1,9})(?!\\d)", m -> cardinal(m.group(1))),
            Rule.of("\\d+", m -> NumberWords.digits(m.group())));

    private SpokenNumbers() {}

    /// Of a usual fraction.
    static Optional<String> fraction(String written) {
        return Optional.ofNullable(FRACTIONS.get(written));
    }

    private static String large(String grouped) {
        String digits = grouped.replace(",", "");
        return digits.length() > 9 ? NumberWords.digits(digits) : cardinal(digits);
    }

    private static String cardinal(String digits) {
        return NumberWords.cardinal(Long.parseLong(digits));
    }
}
