package dev.pickup.functions.tool;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Dates and times in English words, for a model to say or to translate.
final class SpokenTime {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h a", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);

    private SpokenTime() {}

    /// `Tuesday, November 24`
    static String of(LocalDate day) {
        return DAY.format(day);
    }

    /// `3 PM`, `3:30 PM`
    static String of(LocalTime time) {
        return (time.getMinute() == 0 ? HOUR : MINUTE).format(time);
    }

    static String of(LocalDateTime start) {
        return of(start.toLocalDate()) + " at " + of(start.toLocalTime());
    }

    /// `9 AM, 10 AM and 3:30 PM`
    static String list(List<LocalTime> times) {
        List<String> said = times.stream().map(SpokenTime::of).toList();
        return said.size() == 1
                ? said.getFirst()
                : String.join(", ", said.subList(0, said.size() - 1)) + " and " + said.getLast();
    }

    /// Why a time or a day cannot be had.
    static String reason(String reason) {
        return switch (reason) {
            case "past" -> "That time has passed.";
            case "closed" -> "The business does not take appointments then.";
            case "too-far" -> "That is too far ahead to book.";
            case "full" -> "That day is fully booked.";
            default -> "That time is taken.";
        };
    }
}
