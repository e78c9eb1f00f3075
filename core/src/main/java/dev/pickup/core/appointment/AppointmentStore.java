package dev.pickup.core.appointment;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import java.time.LocalDate;
import java.util.List;

/// Who booked what. Blocking; any thread. Faults as [dev.pickup.core.agent.AgentStore].
public interface AppointmentStore {
    /// All appointments of an agent on one day, by start.
    List<Appointment> on(AccountId account, AgentId agent, LocalDate day);

    /// Books it, unless `atOnce` others overlap it: of two calls that want the last place, one gets it.
    /// Repeat with the same call and invocation: harmless, `BOOKED`.
    BookOutcome book(Appointment appointment, int atOnce);

    enum BookOutcome {
        BOOKED,
        TAKEN
    }
}
