package dev.pickup.functions.tool;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Builds what the calendar tells the model: dates and times as arguments want them, and a sentence in `say`. Every
/// step gives a new one.
record CalendarAnswer(Map<String, Object> toMap) {
    private static final int FEW = 4;

    CalendarAnswer {
        toMap = Map.copyOf(toMap);
    }

    static CalendarAnswer about(LocalDate day) {
        return new CalendarAnswer(Map.of(
                "date", day.toString(), "weekday", day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
    }

    static CalendarAnswer about(LocalDateTime start) {
        return about(start.toLocalDate()).with("time", start.toLocalTime().toString());
    }

    CalendarAnswer with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(toMap);
        more.put(name, value);
        return new CalendarAnswer(more);
    }

    CalendarAnswer say(String sentence) {
        return with("say", sentence);
    }

    /// A few times spread over the day: nobody remembers more by ear.
    static List<LocalTime> few(List<LocalTime> times) {
        if (times.size() <= FEW) {
            return times;
        }
        return IntStream.range(0, FEW)
                .mapToObj(i -> times.get(i * (times.size() - 1) / (FEW - 1)))
                .toList();
    }
}
