package dev.pickup.media.model.receptionist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// When the business is open, read from lines such as `Monday 08:30-12:30, 13:30-17:30` and `Sunday closed`.
final class OpeningHours {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}:\\d{2})\\s*[-–]\\s*(\\d{1,2}:\\d{2})");

    private final Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);

    /// Open from `from` to `to`.
    record Span(LocalTime from, LocalTime to) {
        private static final LocalTime NOON = LocalTime.NOON;

        boolean holds(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }

        String spoken() {
            boolean daytime = from.getHour() >= 6 && from.getHour() < 14 && to.getHour() < 20 && !to.isBefore(NOON);
            return daytime
                    ? "from " + named(from) + " to " + named(to)
                    : "from " + Spoken.time(from) + " to " + Spoken.time(to);
        }

        private static String named(LocalTime time) {
            return time.equals(NOON) ? "noon" : Spoken.clock(time);
        }
    }

    OpeningHours(List<String> lines) {
        for (String line : lines) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (line.strip().toLowerCase(Locale.ROOT).startsWith(day.name().toLowerCase(Locale.ROOT))) {
                    days.put(day, spans(line));
                }
            }
        }
    }

    boolean areKnown() {
        return !days.isEmpty();
    }

    boolean isOpen(LocalDate day) {
        return !on(day.getDayOfWeek()).isEmpty();
    }

    boolean isOpen(LocalDate day, LocalTime time) {
        return on(day.getDayOfWeek()).stream().anyMatch(span -> span.holds(time));
    }

    /// True when, over the week, the business is open at `one` on more days than at `other`; between equals,
    /// working hours decide: from seven in the morning to seven in the evening.
    boolean rather(LocalTime one, LocalTime other) {
        long first = daysOpenAt(one);
        long second = daysOpenAt(other);
        return first != second ? first > second : one.getHour() < 19 && other.getHour() < 7;
    }

    /// The next open day after `day`.
    Optional<LocalDate> nextOpenDay(LocalDate day) {
        for (int ahead = 1; ahead <= 7; ahead++) {
            if (isOpen(day.plusDays(ahead))) {
                return Optional.of(day.plusDays(ahead));
            }
        }
        return Optional.empty();
    }

    /// `from nine to five`; several spans joined; parts of the day are said where they are not plain.
    String spoken(DayOfWeek day) {
        return Spoken.all(on(day).stream().map(Span::spoken).toList());
    }

    /// All days in one or two sentences; days in a row with equal hours together.
    String spoken() {
        List<String> groups = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        for (int first = 1; first <= 7; ) {
            int last = first;
            while (last < 7 && on(DayOfWeek.of(last + 1)).equals(on(DayOfWeek.of(first)))) {
                last++;
            }
            if (on(DayOfWeek.of(first)).isEmpty()) {
                closed.add(group(first, last, " and "));
            } else {
                groups.add(group(first, last, " to ") + " " + spoken(DayOfWeek.of(first)));
            }
            first = last + 1;
        }
        String open = "We're open " + String.join(", and ", groups) + ".";
        return closed.isEmpty() ? open : open + " We're closed on " + Spoken.all(closed) + ".";
    }

    private static String group(int first, int last, String two) {
        String from = Spoken.weekday(DayOfWeek.of(first));
        if (first == last) {
            return from;
        }
        return from
                + (last == first + 1 ? " and " : two.equals(" and ") ? " to " : two)
                + Spoken.weekday(DayOfWeek.of(last));
    }

    List<Span> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    private long daysOpenAt(LocalTime time) {
        return days.values().stream()
                .filter(spans -> spans.stream().anyMatch(span -> span.holds(time)))
                .count();
    }

    private static List<Span> spans(String line) {
        Matcher matcher = SPAN.matcher(line);
        return matcher.results()
                .map(span -> new Span(time(span.group(1)), time(span.group(2))))
                .collect(Collectors.toUnmodifiableList());
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MAX : LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }
}
