package dev.pickup.media.speaking;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;

/// Days and times of day, as they are written in the United States.
final class SpokenDates {
    private static final String MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
            + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";
    private static final String TO = "\\s?[-–—]\\s?";
    private static final String HALF = "(?:\\s*([AaPp])\\.?[Mm]\\b\\.?)";
    private static final Map<String, String> DAYS = Map.of(
            "Mon",
            "Monday",
            "Tue",
            "Tuesday",
            "Tues",
            "Tuesday",
            "Wed",
            "Wednesday",
            "Thu",
            "Thursday",
            "Thurs",
            "Thursday",
            "Fri",
            "Friday",
            "Sat",
            "Saturday",
            "Sun",
            "Sunday");
    private static final String DAY = "Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun";

    static final List<Rule> RULES = List.of(
            Rule.of("\\b24/7\\b", "twenty-four seven"),
            Rule.of("\\b(\\d{4})-(\\d{2})-(\\d{2})(?:T\\d{2}:\\d{2}\\S*)?\\b", m -> day(m, m.group(2), m.group(3), "")),
            Rule.of(
                    "\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b",
                    m -> day(m, m.group(1), m.group(2), ", " + NumberWords.year(Integer.parseInt(m.group(3))))),
            Rule.of("(?<!\\d\\s)\\b(0?[1-9]|1[0-2])/(0?[1-9]|[12]\\d|3[01])\\b(?!/)", m -> slashed(m)),
            Rule.of(
                    "\\b(" + MONTHS + ")\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s((?:19|20)\\d{2})\\b)?",
                    SpokenDates::named),
            Rule.of(
                    "\\b(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(" + MONTHS + ")\\b",
                    m -> "the " + ordinal(m.group(1)) + " of " + month(m.group(2))),
            Rule.of(
                    "\\b(" + DAY + ")\\b\\.?" + TO + "(" + DAY + ")\\b\\.?",
                    m -> DAYS.get(m.group(1)) + " to " + DAYS.get(m.group(2))),
            Rule.of("\\b(Mon|Tues?|Wed|Thu(?:rs)?|Fri)\\b\\.?(?=[\\s,:]|$)", m -> String.valueOf(DAYS.get(m.group(1)))),
            Rule.of("(?<=\\d)" + HALF + TO + "(?=\\d)", m -> " " + m.group(1).toLowerCase(Locale.ROOT) + "m to "),
            Rule.of("(?<=\\d:\\d{2})" + TO + "(?=\\d{1,2}:\\d{2})", " to "),
            Rule.of("\\b(\\d{1,2}):(\\d{2})" + HALF + "?", SpokenDates::time),
            Rule.of(
                    "\\b(\\d{1,2})" + HALF,
                    m -> NumberWords.cardinal(Long.parseLong(m.group(1))) + " "
                            + m.group(2).toLowerCase(Locale.ROOT) + " m"));

    private SpokenDates() {}

    private static String day(MatchResult m, String monthDigits, String dayDigits, String rest) {
        int month = Integer.parseInt(monthDigits);
        int day = Integer.parseInt(dayDigits);
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return NumberWords.digits(m.group().replaceAll("\\D", ""));
        }
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + NumberWords.ordinal(day) + rest;
    }

    /// A half and the like are no days.
    private static String slashed(MatchResult m) {
        return SpokenNumbers.fraction(m.group()).orElseGet(() -> day(m, m.group(1), m.group(2), ""));
    }

    private static String named(MatchResult m) {
        String year = m.group(3) == null ? "" : ", " + NumberWords.year(Integer.parseInt(m.group(3)));
        return month(m.group(1)) + " " + ordinal(m.group(2)) + year;
    }

    private static String ordinal(String digits) {
        return NumberWords.ordinal(Long.parseLong(digits));
    }

    private static String month(String name) {
        for (Month month : Month.values()) {
            String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            if (full.startsWith(name.substring(0, 3))) {
                return full;
            }
        }
        return name;
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
}
