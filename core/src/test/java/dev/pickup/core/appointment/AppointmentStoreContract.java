package dev.pickup.core.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.appointment.AppointmentStore.BookOutcome;
import dev.pickup.core.call.CallId;
import dev.pickup.core.state.CorruptItemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [AppointmentStore] does.
public abstract class AppointmentStoreContract {
    private static final AgentId AGENT = new AgentId("agt_one");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private AccountId account;

    protected abstract AppointmentStore store();

    protected abstract AccountId newAccount();

    /// Makes the start of the day's first appointment something that is no time.
    protected abstract void corrupt(AccountId account, AgentId agent, LocalDate day);

    @BeforeEach
    void ownAccount() {
        account = newAccount();
    }

    @Test
    void appointmentsAreReadAsTheyWereBookedByStart() {
        Appointment late = appointment("call_1", "15:00", 30);
        Appointment early = new Appointment(
                account,
                AGENT,
                DAY,
                LocalTime.of(9, 0),
                45,
                "Bo",
                Optional.empty(),
                Optional.empty(),
                new CallId("call_2"),
                "i1",
                Instant.parse("2026-11-23T10:00:00.5Z"));

        assertThat(store().book(late, 1)).isEqualTo(BookOutcome.BOOKED);
        assertThat(store().book(early, 1)).isEqualTo(BookOutcome.BOOKED);

        assertThat(store().on(account, AGENT, DAY)).containsExactly(early, late);
        assertThat(store().on(account, AGENT, DAY.plusDays(1))).isEmpty();
        assertThat(store().on(account, new AgentId("agt_two"), DAY)).isEmpty();
        assertThat(store().on(newAccount(), AGENT, DAY)).isEmpty();
    }

    @Test
    void aSecondBookingByTheSameInvocationIsTheSame() {
        store().book(appointment("call_1", "15:00", 30), 1);

        assertThat(store().book(appointment("call_1", "15:00", 30), 1)).isEqualTo(BookOutcome.BOOKED);

        assertThat(store().on(account, AGENT, DAY)).hasSize(1);
    }

    @Test
    void anyOverlapIsTaken() {
        store().book(appointment("call_1", "15:00", 30), 1);

        assertThat(store().book(appointment("call_2", "15:00", 30), 1)).isEqualTo(BookOutcome.TAKEN);
        assertThat(store().book(appointment("call_2", "15:15", 30), 1)).isEqualTo(BookOutcome.TAKEN);
        assertThat(store().book(appointment("call_2", "14:00", 61), 1)).isEqualTo(BookOutcome.TAKEN);
        assertThat(store().book(appointment("call_2", "15:30", 30), 1)).isEqualTo(BookOutcome.BOOKED);
        assertThat(store().book(appointment("call_3", "14:30", 30), 1)).isEqualTo(BookOutcome.BOOKED);
        assertThat(store().on(account, AGENT, DAY)).hasSize(3);
    }

    @Test
    void ofManyBookingsAtOnceAsManyGetAPlaceAsThereAre() throws Exception {
        List<Callable<BookOutcome>> wanted = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Appointment appointment = appointment("call_" + i, "15:00", 30);
            wanted.add(() -> store().book(appointment, 3));
        }
        List<BookOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<BookOutcome> outcome : threads.invokeAll(wanted)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).filteredOn(o -> o == BookOutcome.BOOKED).hasSize(3);
        assertThat(store().on(account, AGENT, DAY)).hasSize(3);
    }

    @Test
    void aCorruptDayIsAFaultAndNotAFreeOne() {
        store().book(appointment("call_1", "15:00", 30), 1);
        corrupt(account, AGENT, DAY);

        assertThatThrownBy(() -> store().on(account, AGENT, DAY))
                .isInstanceOf(CorruptItemException.class)
                .hasMessageContaining("start");
        assertThatThrownBy(() -> store().book(appointment("call_2", "15:00", 30), 1))
                .isInstanceOf(CorruptItemException.class);
    }

    private Appointment appointment(String call, String start, int minutes) {
        return new Appointment(
                account,
                AGENT,
                DAY,
                LocalTime.parse(start),
                minutes,
                "Ada",
                Optional.of("check-up"),
                Optional.of("555 0100"),
                new CallId(call),
                "i1",
                Instant.parse("2026-11-23T10:00:00Z"));
    }
}
