package dev.pickup.media.speaking;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/// Money, shares and measures.
final class SpokenAmounts {
    private static final String AMOUNT = "(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:\\.(\\d{2}))?";
    private static final String SCALE = "(\\d{1,9}(?:\\.\\d{1,2})?)\\s?(million|billion|thousand|[MBK])\\b";
    private static final Map<String, String> SCALES = Map.of("M", "million", "B", "billion", "K", "thousand");

    /// A currency's unit and its hundredth: one, several.
    private record Currency(String unit, String units, String cent, String cents) {}

    private static final Map<String, Currency> CURRENCIES = Map.of(
            "$", new Currency("dollar", "dollars", "cent", "cents"),
            "€", new Currency("euro", "euros", "cent", "cents"),
            "£", new Currency("pound", "pounds", "penny", "pence"));

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("min", "minute"),
            Map.entry("mins", "minute"),
            Map.entry("hr", "hour"),
            Map.entry("hrs", "hour"),
            Map.entry("sec", "second"),
            Map.entry("secs", "second"),
            Map.entry("km", "kilometer"),
            Map.entry("kg", "kilogram"),
            Map.entry("mg", "milligram"),
            Map.entry("ml", "milliliter"),
            Map.entry("mi", "mile"),
            Map.entry("lb", "pound"),
            Map.entry("lbs", "pound"),
            Map.entry("oz", "ounce"),
            Map.entry("sq ft", "square foot"),
            Map.entry("ft", "foot"),
            Map.entry("cm", "centimeter"));

    static final List<Rule> RULES = List.of(
            Rule.of("(?<=\\d)\\s?[-–—]\\s?(?=[$€£]\\d)", " to "),
            Rule.of(
                    "([$€£])\\s?" + SCALE,
                    m -> scaled(m.group(2), m.group(3)) + " "
                            + currency(m.group(1)).units()),
            Rule.of("([$€£])\\s?" + AMOUNT + "(?:\\s?(?:USD|EUR|GBP)\\b|\\b)", m -> money(m, currency(m.group(1)))),
            Rule.of("\\b(?:USD|US\\$)\\s?" + AMOUNT + "\\b", m -> dollars(m.group(1), m.group(2))),
            Rule.of("\\b" + AMOUNT + "\\s?USD\\b", m -> dollars(m.group(1), m.group(2))),
            Rule.of("(\\d)\\s?%", m -> m.group(1) + " percent"),
            Rule.of("(\\d)\\s?°\\s?F\\b", m -> m.group(1) + " degrees Fahrenheit"),
            Rule.of("(\\d)\\s?°\\s?C\\b", m -> m.group(1) + " degrees Celsius"),
            Rule.of("(\\d)\\s?°", m -> m.group(1) + " degrees"),
            Rule.of(
                    "\\b(\\d+(?:\\.\\d+)?)\\s?(mins?|hrs?|secs?|km|kg|mg|ml|mi|lbs?|oz|sq ft|ft|cm)\\b\\.?(?!\\w)",
                    SpokenAmounts::measure));

    private SpokenAmounts() {}

    private static Currency currency(String sign) {
        return CURRENCIES.getOrDefault(sign, new Currency("", "", "", ""));
    }

    private static String scaled(String number, String scale) {
        return number + " " + SCALES.getOrDefault(scale, scale);
    }

    private static String dollars(String whole, String hundredths) {
        return money(whole, hundredths == null ? "00" : hundredths, currency("$"));
    }

    private static String money(MatchResult m, Currency currency) {
        return money(m.group(2), m.group(3) == null ? "00" : m.group(3), currency);
    }

    private static String money(String whole, String hundredths, Currency currency) {
        long units = Long.parseLong(whole.replace(",", ""));
        long cents = Long.parseLong(hundredths);
        String said = NumberWords.cardinal(units) + " " + (units == 1 ? currency.unit() : currency.units());
        String rest = NumberWords.cardinal(cents) + " " + (cents == 1 ? currency.cent() : currency.cents());
        if (cents == 0) {
            return said;
        }
        return units == 0 ? rest : said + " and " + rest;
    }

    private static String measure(MatchResult m) {
        String unit = UNITS.getOrDefault(m.group(2), m.group(2));
        boolean one = m.group(1).equals("1");
        String units = unit.equals("foot") ? "feet" : unit.equals("square foot") ? "square feet" : unit + "s";
        return m.group(1) + " " + (one ? unit : units) + (m.group().endsWith(".") && m.end() > m.end(2) ? "." : "");
    }
}
