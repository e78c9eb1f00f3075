package dev.pickup.core.appointment;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.CallId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// A time that a caller booked; local time of the business.
///
/// @param minutes    how long it takes
/// @param name       of the caller
/// @param service    what it is for, in the caller's words
/// @param phone      a number to call back, as the caller said it, if not the one they called from
/// @param invocation the tool invocation that booked it: a repeat of it meets its own booking
public record Appointment(
        AccountId account,
        AgentId agent,
        LocalDate day,
        LocalTime start,
        int minutes,
        String name,
        Optional<String> service,
        Optional<String> phone,
        CallId call,
        String invocation,
        Instant bookedAt) {
    /// Whether both take some of the same time.
    public boolean overlaps(LocalTime otherStart, int otherMinutes) {
        return minute(start) < minute(otherStart) + otherMinutes && minute(otherStart) < minute(start) + minutes;
    }

    /// No caller's name or number in logs.
    @Override
    public String toString() {
        return "Appointment[" + agent + ", " + day + ", " + start + "]";
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
