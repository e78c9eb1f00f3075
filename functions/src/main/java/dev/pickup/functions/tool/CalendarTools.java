package dev.pickup.functions.tool;

import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.ToolAnswer;
import dev.pickup.core.agent.ToolAnswer.Outcome;
import dev.pickup.core.appointment.Appointment;
import dev.pickup.core.appointment.AppointmentStore;
import dev.pickup.core.appointment.AppointmentStore.BookOutcome;
import dev.pickup.core.appointment.Schedule;
import dev.pickup.core.appointment.Schedule.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `check_availability` and `book_appointment`.
record CalendarTools(AppointmentStore appointments) {
    private static final int ALTERNATIVES = 3;

    ToolAnswer check(ToolRequest request, Agent agent, Instant now) {
        Book book = new Book(Schedule.of(agent.settings()), agent, now);
        LocalDate day = LocalDate.parse(request.argument("date").orElseThrow());
        Optional<LocalTime> time = request.argument("time").map(LocalTime::parse);
        if (time.isEmpty()) {
            return new ToolAnswer(Outcome.OK, wholeDay(book, day));
        }
        LocalDateTime start = day.atTime(time.get());
        Optional<String> obstacle = obstacle(book, start);
        return new ToolAnswer(
                Outcome.OK,
                obstacle.map(reason -> unavailable(book, start, reason).toMap())
                        .orElseGet(() -> CalendarAnswer.about(start)
                                .with("available", true)
                                .say(SpokenTime.of(start) + " is free.")
                                .toMap()));
    }

    ToolAnswer book(ToolRequest request, Agent agent, Instant now) {
        Book book = new Book(Schedule.of(agent.settings()), agent, now);
        LocalDateTime start = LocalDate.parse(request.argument("date").orElseThrow())
                .atTime(LocalTime.parse(request.argument("time").orElseThrow()));
        Optional<String> refusal = book.schedule().refusal(start, now).map(CalendarTools::wireName);
        if (refusal.isEmpty()) {
            Appointment wanted = appointment(request, book, start);
            if (appointments.book(wanted, book.schedule().atOnce()) == BookOutcome.BOOKED) {
                return new ToolAnswer(Outcome.OK, booked(start, wanted));
            }
        }
        CalendarAnswer answer =
                unavailable(book, start, refusal.orElse("taken")).with("booked", false);
        return new ToolAnswer(Outcome.REFUSED, answer.toMap());
    }

    private Map<String, Object> wholeDay(Book book, LocalDate day) {
        List<LocalTime> free = book.schedule().free(day, taken(book, day), book.now());
        if (!free.isEmpty()) {
            return CalendarAnswer.about(day)
                    .with("available", true)
                    .with("times", texts(free))
                    .say(SpokenTime.of(day) + " has " + SpokenTime.list(CalendarAnswer.few(free)) + " free.")
                    .toMap();
        }
        String reason = book.schedule()
                .refusal(day, book.now())
                .map(CalendarTools::wireName)
                .orElse("full");
        return next(book, day, CalendarAnswer.about(day).with("times", List.of()), reason)
                .toMap();
    }

    private Optional<String> obstacle(Book book, LocalDateTime start) {
        return book.schedule()
                .refusal(start, book.now())
                .map(CalendarTools::wireName)
                .or(() -> book.schedule().isFree(start.toLocalTime(), taken(book, start.toLocalDate()))
                        ? Optional.empty()
                        : Optional.of("taken"));
    }

    /// Why not, and what to offer instead: the nearest times of that day, or those of the next day that has some.
    private CalendarAnswer unavailable(Book book, LocalDateTime start, String reason) {
        LocalDate day = start.toLocalDate();
        List<LocalTime> near = book.schedule().free(day, taken(book, day), book.now()).stream()
                .sorted(Comparator.comparingLong(t -> Math.abs(ChronoUnit.MINUTES.between(start.toLocalTime(), t))))
                .limit(ALTERNATIVES)
                .sorted()
                .toList();
        CalendarAnswer answer = CalendarAnswer.about(start).with("times", texts(near));
        if (near.isEmpty()) {
            return next(book, day, answer, reason);
        }
        return answer.with("available", false)
                .with("reason", reason)
                .say(SpokenTime.reason(reason) + " That day " + SpokenTime.list(near) + " can be booked.");
    }

    private CalendarAnswer next(Book book, LocalDate day, CalendarAnswer answer, String reason) {
        CalendarAnswer no = answer.with("available", false).with("reason", reason);
        for (LocalDate other : book.schedule().openDaysAfter(day, book.now())) {
            List<LocalTime> free = book.schedule().free(other, taken(book, other), book.now());
            if (!free.isEmpty()) {
                return no.with("nextDate", other.toString())
                        .with("nextTimes", texts(CalendarAnswer.few(free)))
                        .say(SpokenTime.reason(reason) + " The next day with free times is " + SpokenTime.of(other)
                                + ": " + SpokenTime.list(CalendarAnswer.few(free)) + ".");
            }
        }
        return no.say(SpokenTime.reason(reason) + " Offer to take a message.");
    }

    private List<Appointment> taken(Book book, LocalDate day) {
        return appointments.on(book.agent().account(), book.agent().id(), day);
    }

    private static Appointment appointment(ToolRequest request, Book book, LocalDateTime start) {
        return new Appointment(
                request.account(),
                request.agent(),
                start.toLocalDate(),
                start.toLocalTime(),
                book.schedule().minutes(),
                request.argument("name").orElseThrow(),
                request.argument("service"),
                request.argument("phone"),
                request.call(),
                request.invocationId(),
                book.now());
    }

    private static Map<String, Object> booked(LocalDateTime start, Appointment booked) {
        return CalendarAnswer.about(start)
                .with("booked", true)
                .with("name", booked.name())
                .with("minutes", booked.minutes())
                .say("Booked for " + SpokenTime.of(start) + ".")
                .toMap();
    }

    private static List<String> texts(List<LocalTime> times) {
        return times.stream().map(LocalTime::toString).toList();
    }

    private static String wireName(Refusal refusal) {
        return switch (refusal) {
            case PAST -> "past";
            case CLOSED -> "closed";
            case TOO_FAR -> "too-far";
        };
    }

    /// The calendar of one agent, at one moment.
    private record Book(Schedule schedule, Agent agent, Instant now) {}
}
