package dev.pickup.media.model.receptionist;

import dev.pickup.media.replying.LanguageModel.Message.ToolResult;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Reads what the calendar and message tools answer: `available`, `booked` or `recorded`; `times` on the wanted
/// day; `nextDate` and `nextTimes` when that day has none; `reason`; `error` when the tool could not do its
/// work.
final class ToolReport {
    private final Map<String, Object> result;

    ToolReport(ToolResult result) {
        this.result = result.result();
    }

    /// True when the time is free, the booking made, or the message kept.
    boolean isGood() {
        return !hasFailed()
                && List.of("booked", "available", "recorded").stream()
                        .filter(result::containsKey)
                        .findFirst()
                        .map(result::get)
                        .filter(Boolean.TRUE::equals)
                        .isPresent();
    }

    /// True when the tool could not do its work at all, or gave no answer that we know.
    boolean hasFailed() {
        return result.containsKey("error")
                || List.of("booked", "available", "recorded").stream().noneMatch(result::containsKey);
    }

    /// Why the wanted time cannot be had, as a sentence; `time` names it.
    String refusal(String time) {
        return switch (String.valueOf(result.getOrDefault("reason", "taken"))) {
            case "closed" -> "I'm sorry, we're closed then.";
            case "past" -> "I'm sorry, that time has passed.";
            case "too-far" -> "I'm sorry, I can't book that far ahead.";
            case "full" -> "I'm sorry, that day is full.";
            default -> "I'm sorry, " + time + " is taken.";
        };
    }

    /// Free times on `day`; when there are none, those of the next day that has some.
    List<LocalDateTime> times(LocalDate day) {
        List<LocalDateTime> times = times("times", day);
        if (times.isEmpty() && result.get("nextDate") instanceof String next) {
            try {
                return times("nextTimes", LocalDate.parse(next));
            } catch (DateTimeException _) {
                return List.of();
            }
        }
        return times;
    }

    private List<LocalDateTime> times(String name, LocalDate day) {
        List<LocalDateTime> times = new ArrayList<>();
        if (result.get(name) instanceof Collection<?> list) {
            for (Object each : list) {
                try {
                    times.add(day.atTime(LocalTime.parse(each.toString())));
                } catch (DateTimeException _) {
                    return List.of();
                }
            }
        }
        return List.copyOf(times);
    }
}
