package dev.pickup.media.model.receptionist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the day that a caller means: "tomorrow", "next Friday", "the fifteenth of December", "in two weeks".
/// Always today or later.
final class DayGrammar {
    private static final List<String> MONTHS =
            Arrays.stream(Month.values()).map(month -> lower(month.name())).toList();

    private static final int MAX_SLIPS = 2;

    private final LocalDate today;

    DayGrammar(LocalDate today) {
        this.today = today;
    }

    /// The last day that is named: "not Tuesday, Wednesday" means Wednesday.
    Optional<LocalDate> find(Words words) {
        Optional<LocalDate> found = Optional.empty();
        for (int at = 0; at < words.count(); at++) {
            found = dayAt(words, at).or(List.of(found)::getFirst);
        }
        return found;
    }

    /// The weekday that the token stands for, small slips included.
    static Optional<DayOfWeek> weekday(String token) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> slips(token, day) <= MAX_SLIPS)
                .min(Comparator.comparingInt(day -> slips(token, day)));
    }

    private static int slips(String token, DayOfWeek day) {
        String name = lower(day.name());
        if (token.equals(name) || token.equals(name + "s")) {
            return 0;
        }
        boolean comparable = token.length() >= 6 && token.endsWith("day") && token.charAt(0) == name.charAt(0);
        return comparable ? Likeness.distance(token, name) : Integer.MAX_VALUE;
    }

    private Optional<LocalDate> dayAt(Words words, int at) {
        String token = words.at(at);
        if (token.equals("today") || token.equals("tonight")) {
            return Optional.of(today);
        }
        if (token.equals("tomorrow")) {
            boolean after = words.at(at - 1).equals("after") && words.at(at - 2).equals("day");
            return Optional.of(today.plusDays(after ? 2 : 1));
        }
        if (token.equals("in")) {
            return distance(words, at + 1);
        }
        return weekday(token).map(day -> weekdayAt(words, at, day)).or(() -> dateAt(words, at));
    }

    private LocalDate weekdayAt(Words words, int at, DayOfWeek weekday) {
        LocalDate coming = today.with(TemporalAdjusters.nextOrSame(weekday));
        String before = words.at(at - 1);
        if (before.equals("next")) {
            LocalDate nextMonday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            return nextMonday.with(TemporalAdjusters.nextOrSame(weekday));
        }
        String around = " " + words.at(at - 2) + " " + before + " | " + words.at(at + 1) + " " + words.at(at + 2) + " ";
        boolean weekLater =
                around.contains(" week from |") || around.contains("| week ") || around.contains("| next week ");
        return weekLater ? coming.plusWeeks(1) : coming;
    }

    private Optional<LocalDate> distance(Words words, int at) {
        Numbers.Found number = Numbers.wholeAt(words, at);
        boolean one = words.at(at).equals("a");
        long count = one ? 1 : number.value();
        String unit = words.at(at + (one ? 1 : number.length()));
        if (count < 1) {
            return Optional.empty();
        }
        return switch (unit) {
            case "day", "days" -> Optional.of(today.plus(count, ChronoUnit.DAYS));
            case "week", "weeks" -> Optional.of(today.plus(count, ChronoUnit.WEEKS));
            default -> Optional.empty();
        };
    }

    private Optional<LocalDate> dateAt(Words words, int at) {
        String[] slashed = words.at(at).split("/", -1);
        if (slashed.length >= 2) {
            return inFuture(Integer.parseInt(slashed[0]), Integer.parseInt(slashed[1]));
        }
        int month = MONTHS.indexOf(words.at(at)) + 1;
        if (month > 0) {
            return dayNumberAt(words, at + 1)
                    .or(() -> dayNumberBefore(words, at))
                    .flatMap(day -> inFuture(month, day));
        }
        Numbers.Found ordinal = Numbers.ordinalAt(words, at);
        String after = words.at(at + ordinal.length());
        boolean ofMonth = after.equals("of") || MONTHS.contains(after) || MONTHS.contains(words.at(at - 1));
        boolean byItself = words.at(at - 1).equals("the") || words.at(at - 1).equals("on");
        return ordinal.length() > 0 && byItself && !ofMonth ? ofThisMonth(ordinal.value()) : Optional.empty();
    }

    private static Optional<Integer> dayNumberAt(Words words, int at) {
        int from = words.at(at).equals("the") ? at + 1 : at;
        Numbers.Found ordinal = Numbers.ordinalAt(words, from);
        Numbers.Found found = ordinal.length() > 0 ? ordinal : Numbers.wholeAt(words, from);
        return found.length() > 0 && found.value() >= 1 && found.value() <= 31
                ? Optional.of(found.value())
                : Optional.empty();
    }

    private static Optional<Integer> dayNumberBefore(Words words, int month) {
        int end = words.at(month - 1).equals("of") ? month - 1 : month;
        for (int length = 2; length >= 1; length--) {
            Numbers.Found ordinal = Numbers.ordinalAt(words, end - length);
            Numbers.Found found = ordinal.length() > 0 ? ordinal : Numbers.wholeAt(words, end - length);
            if (found.length() == length && found.value() >= 1 && found.value() <= 31) {
                return Optional.of(found.value());
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> ofThisMonth(int day) {
        YearMonth month = YearMonth.from(today);
        for (int ahead = 0; ahead < 3; ahead++) {
            YearMonth candidate = month.plusMonths(ahead);
            if (candidate.isValidDay(day) && !candidate.atDay(day).isBefore(today)) {
                return Optional.of(candidate.atDay(day));
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> inFuture(int month, int day) {
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        for (int year = today.getYear(); year <= today.getYear() + 4; year++) {
            YearMonth candidate = YearMonth.of(year, month);
            if (candidate.isValidDay(day) && !candidate.atDay(day).isBefore(today)) {
                return Optional.of(candidate.atDay(day));
            }
        }
        return Optional.empty();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
