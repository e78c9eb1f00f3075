package dev.pickup.media.speaking;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes text as a person says it, so that every voice says the same: "$49.95" → "forty-nine dollars and ninety-five
/// cents". English; text in other languages only gets the agent's pronunciations. Immutable.
public final class SpokenForm {
    private static final Map<Pattern, Function<MatchResult, String>> ENGLISH = english();

    private final boolean english;
    private final Map<Pattern, String> pronunciations = new LinkedHashMap<>();

    /// @param language       BCP 47
    /// @param pronunciations written form → how to say it
    public SpokenForm(String language, Map<String, String> pronunciations) {
        this.english = language.toLowerCase(Locale.ROOT).startsWith("en");
        pronunciations.forEach((written, said) -> this.pronunciations.put(
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(written) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                said));
    }

    /// The same words, spelled out.
    public String of(String text) {
        String said = text;
        for (Map.Entry<Pattern, String> rule : pronunciations.entrySet()) {
            said = rule.getKey().matcher(said).replaceAll(_ -> Matcher.quoteReplacement(rule.getValue()));
        }
        if (english) {
            for (Map.Entry<Pattern, Function<MatchResult, String>> rule : ENGLISH.entrySet()) {
                said = rule.getKey().matcher(said).replaceAll(rule.getValue());
            }
        }
        return said;
    }

    /// In this order: what is longer and more special comes first.
    private static Map<Pattern, Function<MatchResult, String>> english() {
        Map<Pattern, Function<MatchResult, String>> rules = new LinkedHashMap<>();
        rules.put(Pattern.compile("https?://"), _ -> "");
        rules.put(Pattern.compile("\\bwww\\."), _ -> "w w w dot ");
        rules.put(
                Pattern.compile("\\b([\\w.+-]+)@([\\w-]+(?:\\.[\\w-]+)+)"),
                m -> dots(m.group(1)) + " at " + dots(m.group(2)));
        rules.put(
                Pattern.compile("\\b([a-zA-Z][\\w-]*(?:\\.[\\w-]+)*)\\.(com|net|org|io|health|clinic)\\b"),
                m -> dots(m.group(1) + "." + m.group(2)));
        rules.put(
                Pattern.compile("(?:\\+1[ .-]?\\(?|\\b|\\()(\\d{3})\\)?[ .-]?(\\d{3})[ .-]?(\\d{4})\\b"),
                m -> NumberWords.digits(m.group(1)) + ", " + NumberWords.digits(m.group(2)) + ", "
                        + NumberWords.digits(m.group(3)));
        rules.put(Pattern.compile("\\+(\\d{7,15})\\b"), m -> "plus " + NumberWords.digits(m.group(1)));
        rules.put(
                Pattern.compile("\\b(\\d{3})-(\\d{4})\\b"),
                m -> NumberWords.digits(m.group(1)) + ", " + NumberWords.digits(m.group(2)));
        rules.put(Pattern.compile("\\$(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:\\.(\\d{2}))?\\b"), SpokenForm::money);
        rules.put(Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b"), SpokenForm::date);
        rules.put(Pattern.compile("\\b(\\d{1,2}):(\\d{2})(?:\\s*([AaPp])\\.?[Mm]\\b\\.?)?"), SpokenForm::time);
        rules.put(
                Pattern.compile("\\b(\\d{1,2})\\s*([AaPp])\\.?[Mm]\\b"),
                m -> cardinal(m.group(1)) + " " + m.group(2).toLowerCase(Locale.ROOT) + " m");
        rules.put(
                Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)\\b"),
                m -> NumberWords.ordinal(Long.parseLong(m.group(1))));
        rules.put(Pattern.compile("(\\d)\\s?%"), m -> m.group(1) + " percent");
        rules.put(Pattern.compile("#\\s?(?=\\d)"), _ -> "number ");
        rules.put(Pattern.compile("\\s&\\s"), _ -> " and ");
        rules.put(
                Pattern.compile("\\b(\\d{1,9})\\.(\\d{1,6})\\b"),
                m -> cardinal(m.group(1)) + " point " + NumberWords.digits(m.group(2)));
        rules.put(
                Pattern.compile("(?<![\\d,])(1[5-9]\\d{2}|20\\d{2})(?![\\d,])"),
                m -> NumberWords.year(Integer.parseInt(m.group(1))));
        rules.put(Pattern.compile("\\b(\\d{1,3}(?:,\\d{3})+)\\b"), m -> cardinal(m.group(1)));
        rules.put(Pattern.compile("(?<!\\d)0\\d+\\b"), m -> NumberWords.digits(m.group()));
        rules.put(Pattern.compile("(?<!\\d)(\\d{1,9})(?!\\d)"), m -> cardinal(m.group(1)));
        rules.put(Pattern.compile("\\d+"), m -> NumberWords.digits(m.group()));
        return rules;
    }

    private static String money(MatchResult m) {
        long dollars = number(m.group(1));
        String said = NumberWords.cardinal(dollars) + (dollars == 1 ? " dollar" : " dollars");
        long cents = m.group(2) == null ? 0 : Long.parseLong(m.group(2));
        if (cents == 0) {
            return said;
        }
        return said + " and " + NumberWords.cardinal(cents) + (cents == 1 ? " cent" : " cents");
    }

    private static String date(MatchResult m) {
        int month = Integer.parseInt(m.group(2));
        int day = Integer.parseInt(m.group(3));
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return NumberWords.digits(m.group().replace("-", ""));
        }
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + NumberWords.ordinal(day);
    }

    private static String time(MatchResult m) {
        int hour = Integer.parseInt(m.group(1));
        int minute = Integer.parseInt(m.group(2));
        if (hour > 24 || minute > 59) {
            return NumberWords.cardinal(hour) + " " + NumberWords.cardinal(minute);
        }
        String half = m.group(3) == null
                ? (hour > 12 ? " p m" : "")
                : " " + m.group(3).toLowerCase(Locale.ROOT) + " m";
        String hours = NumberWords.cardinal(hour > 12 ? hour - 12 : hour);
        if (minute == 0) {
            return half.isEmpty() ? hours + " o'clock" : hours + half;
        }
        return hours + (minute < 10 ? " oh " : " ") + NumberWords.cardinal(minute) + half;
    }

    private static String cardinal(String digits) {
        return NumberWords.cardinal(number(digits));
    }

    private static long number(String digits) {
        return Long.parseLong(digits.replace(",", ""));
    }

    private static String dots(String name) {
        return name.replace(".", " dot ").replace("_", " underscore ").replace("-", " dash ");
    }
}
