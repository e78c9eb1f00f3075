package dev.pickup.core.appointment;

import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.AgentSettings.Opening;
import dev.pickup.core.agent.Tool;
import dev.pickup.core.agent.ToolCatalog;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which times of a business can be booked. Pure; immutable.
///
/// Offered are the times that follow one another without gaps from each opening's start; accepted is, besides, any
/// quarter of an hour that leaves room for the whole appointment.
///
/// @param minutes   length of an appointment
/// @param daysAhead last day that can be booked, from today
/// @param atOnce    how many appointments may be at one time
public record Schedule(Map<DayOfWeek, List<Opening>> hours, ZoneId timeZone, int minutes, int daysAhead, int atOnce) {
    private static final int QUARTER = 15;
    private static final int DAYS_SEARCHED = 21;

    public Schedule {
        hours = Map.copyOf(hours);
    }

    /// As the agent has it; the settings of the booking tool count before those of the look-up.
    public static Schedule of(AgentSettings settings) {
        Tool tool = ToolCatalog.BOOK_APPOINTMENT;
        Map<String, String> chosen = Optional.ofNullable(settings.tools().get(tool.name()))
                .or(() -> Optional.ofNullable(settings.tools().get(ToolCatalog.CHECK_AVAILABILITY.name())))
                .orElse(Map.of());
        return new Schedule(
                settings.hours(),
                settings.timeZone(),
                tool.setting(ToolCatalog.SLOT_MINUTES, chosen),
                tool.setting(ToolCatalog.DAYS_AHEAD, chosen),
                tool.setting(ToolCatalog.AT_ONCE, chosen));
    }

    /// Why a start cannot be booked, whoever else booked; empty when it can.
    public Optional<Refusal> refusal(LocalDateTime start, Instant now) {
        Optional<Refusal> day = refusal(start.toLocalDate(), now);
        if (day.isPresent()) {
            return day;
        }
        if (!start.isAfter(now(now))) {
            return Optional.of(Refusal.PAST);
        }
        boolean fits = openings(start.toLocalDate()).stream().anyMatch(o -> fits(o, start.toLocalTime()))
                && !timeZone.getRules().getValidOffsets(start).isEmpty();
        return fits ? Optional.empty() : Optional.of(Refusal.CLOSED);
    }

    /// Why a whole day cannot be booked; empty when some of it may be free.
    public Optional<Refusal> refusal(LocalDate day, Instant now) {
        LocalDate today = now(now).toLocalDate();
        if (day.isBefore(today)) {
            return Optional.of(Refusal.PAST);
        }
        if (day.isAfter(today.plusDays(daysAhead))) {
            return Optional.of(Refusal.TOO_FAR);
        }
        return openings(day).isEmpty() ? Optional.of(Refusal.CLOSED) : Optional.empty();
    }

    /// Whether `taken` leaves a place at this time.
    public boolean isFree(LocalTime start, List<Appointment> taken) {
        return taken.stream().filter(a -> a.overlaps(start, minutes)).count() < atOnce;
    }

    /// The times to offer on a day.
    public List<LocalTime> free(LocalDate day, List<Appointment> taken, Instant now) {
        List<LocalTime> free = new ArrayList<>();
        for (Opening opening : openings(day)) {
            // Minutes, not times: a time past midnight would begin again.
            for (int at = minute(opening.from()); at + minutes <= minute(opening.to()); at += minutes) {
                LocalTime start = LocalTime.of(at / 60, at % 60);
                if (refusal(day.atTime(start), now).isEmpty() && isFree(start, taken)) {
                    free.add(start);
                }
            }
        }
        return free.stream().distinct().sorted().toList();
    }

    /// Days after `day` that the business opens and takes bookings, the next ones first.
    public List<LocalDate> openDaysAfter(LocalDate day, Instant now) {
        LocalDate today = now(now).toLocalDate();
        LocalDate first = day.isBefore(today) ? today : day.plusDays(1);
        return first.datesUntil(first.plusDays(DAYS_SEARCHED))
                .filter(d -> refusal(d, now).isEmpty())
                .toList();
    }

    /// Local time of the business, whole minutes.
    public LocalDateTime now(Instant now) {
        return LocalDateTime.ofInstant(now, timeZone).truncatedTo(ChronoUnit.MINUTES);
    }

    private List<Opening> openings(LocalDate day) {
        return Optional.ofNullable(hours.get(day.getDayOfWeek())).orElse(List.of());
    }

    private boolean fits(Opening opening, LocalTime start) {
        int sinceOpening = minute(start) - minute(opening.from());
        return sinceOpening >= 0
                && minute(start) + minutes <= minute(opening.to())
                && (sinceOpening % minutes == 0 || minute(start) % QUARTER == 0);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    /// Why a time cannot be booked.
    public enum Refusal {
        /// It is over.
        PAST,
        /// The business is not open, or not for long enough.
        CLOSED,
        /// Nobody can book that far ahead.
        TOO_FAR
    }
}
