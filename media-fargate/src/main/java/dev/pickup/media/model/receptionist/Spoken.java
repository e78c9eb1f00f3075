package dev.pickup.media.model.receptionist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How days, times and numbers are said.
final class Spoken {
    private Spoken() {}

    /// `Tuesday, December first`; today and tomorrow by name.
    static String day(LocalDate day, LocalDate today) {
        String date = weekday(day.getDayOfWeek()) + ", "
                + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                + Numbers.ordinalInWords(day.getDayOfMonth());
        if (day.equals(today)) {
            return "today, " + date;
        }
        return day.equals(today.plusDays(1)) ? "tomorrow, " + date : date;
    }

    static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /// `three in the afternoon`, `eight thirty in the morning`, `noon`.
    static String time(LocalTime time) {
        if (time.equals(LocalTime.NOON)) {
            return "noon";
        }
        return clock(time) + " " + partOf(time);
    }

    /// `three`, `eight thirty`: without the part of the day.
    static String clock(LocalTime time) {
        String hour = Numbers.inWords((time.getHour() + 11) % 12 + 1);
        if (time.getMinute() == 0) {
            return hour;
        }
        return hour + (time.getMinute() < 10 ? " oh " : " ") + Numbers.inWords(time.getMinute());
    }

    /// `four one five, five five five, zero one four two`.
    static String digits(String number) {
        String digits = number.replaceAll("\\D", "");
        String national = digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
        List<String> groups = national.length() == 10
                ? List.of(national.substring(0, 3), national.substring(3, 6), national.substring(6))
                : List.of(national);
        return groups.stream()
                .map(group -> group.chars()
                        .mapToObj(digit -> Numbers.inWords(digit - '0'))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    /// `two thirty or four in the afternoon`: the part of the day once, when it is the same for all.
    static String eitherTime(List<LocalTime> times) {
        boolean sameParts =
                times.stream().map(Spoken::partOf).distinct().count() == 1 && !times.contains(LocalTime.NOON);
        return sameParts
                ? either(times.stream().map(Spoken::clock).toList()) + " " + partOf(times.getFirst())
                : either(times.stream().map(Spoken::time).toList());
    }

    /// With a capital letter.
    static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// `a`, `a or b`, `a, b, or c`.
    static String either(List<String> choices) {
        return joined(choices, "or");
    }

    /// `a`, `a and b`, `a, b, and c`.
    static String all(List<String> parts) {
        return joined(parts, "and");
    }

    private static String partOf(LocalTime time) {
        if (time.isBefore(LocalTime.NOON)) {
            return "in the morning";
        }
        return time.getHour() < 18 ? "in the afternoon" : "in the evening";
    }

    private static String joined(List<String> parts, String word) {
        int last = parts.size() - 1;
        return switch (parts.size()) {
            case 0 -> "";
            case 1 -> parts.getFirst();
            case 2 -> parts.getFirst() + " " + word + " " + parts.get(1);
            default -> String.join(", ", parts.subList(0, last)) + ", " + word + " " + parts.get(last);
        };
    }
}
