package dev.pickup.core.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentSettings.Opening;
import dev.pickup.core.appointment.Schedule.Refusal;
import dev.pickup.core.call.CallId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final Schedule SCHEDULE = schedule(45, 1);

    @Test
    void offeredTimesFollowOneAnotherFromEachOpening() {
        assertThat(SCHEDULE.free(TUESDAY, List.of(), MONDAY_NOON))
                .extracting(LocalTime::toString)
                .containsExactly("09:00", "09:45", "10:30", "11:15", "13:30", "14:15");
    }

    @Test
    void anyQuarterThatLeavesRoomIsAccepted() {
        assertThat(refusal("2026-11-24T11:15")).isEmpty();
        assertThat(refusal("2026-11-24T11:30")).contains(Refusal.CLOSED);
        assertThat(refusal("2026-11-24T10:15")).isEmpty();
        assertThat(refusal("2026-11-24T10:20")).contains(Refusal.CLOSED);
        assertThat(refusal("2026-11-24T12:30")).contains(Refusal.CLOSED);
        assertThat(refusal("2026-11-25T10:00")).contains(Refusal.CLOSED);
    }

    @Test
    void theClockIsTheBusinesss() {
        Instant tuesdayAtTenThere = Instant.parse("2026-11-24T15:00:00Z");

        assertThat(SCHEDULE.refusal(LocalDateTime.parse("2026-11-24T10:00"), tuesdayAtTenThere))
                .contains(Refusal.PAST);
        assertThat(SCHEDULE.refusal(LocalDateTime.parse("2026-11-24T10:15"), tuesdayAtTenThere))
                .isEmpty();
        assertThat(SCHEDULE.free(TUESDAY, List.of(), tuesdayAtTenThere).getFirst())
                .isEqualTo(LocalTime.of(10, 30));
    }

    @Test
    void nobodyBooksFurtherAheadThanAllowed() {
        assertThat(SCHEDULE.refusal(LocalDate.of(2027, 1, 19), MONDAY_NOON)).isEmpty();
        assertThat(SCHEDULE.refusal(LocalDate.of(2027, 1, 26), MONDAY_NOON)).contains(Refusal.TOO_FAR);
    }

    @Test
    void asManyAsTheBusinessTakesAtOnce() {
        List<Appointment> one = List.of(appointment("09:00", 45));
        List<Appointment> two = List.of(appointment("09:00", 45), appointment("09:30", 45));

        assertThat(schedule(45, 1).isFree(LocalTime.of(9, 30), one)).isFalse();
        assertThat(schedule(45, 1).isFree(LocalTime.of(9, 45), one)).isTrue();
        assertThat(schedule(45, 2).isFree(LocalTime.of(9, 30), one)).isTrue();
        assertThat(schedule(45, 2).isFree(LocalTime.of(9, 30), two)).isFalse();
    }

    @Test
    void theNextOpenDaysAreFound() {
        assertThat(SCHEDULE.openDaysAfter(TUESDAY, MONDAY_NOON))
                .containsExactly(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 8), LocalDate.of(2026, 12, 15));
        assertThat(SCHEDULE.openDaysAfter(LocalDate.of(2020, 1, 1), MONDAY_NOON))
                .startsWith(TUESDAY);
    }

    @Property
    void whatIsOfferedCanBeBookedAndLeavesNoOverlap(@ForAll @IntRange(min = 5, max = 240) int minutes) {
        Schedule schedule = schedule(minutes, 1);
        List<LocalTime> free = schedule.free(TUESDAY, List.of(), MONDAY_NOON);

        assertThat(free).hasSize(180 / minutes + 90 / minutes);
        for (int i = 0; i < free.size(); i++) {
            assertThat(schedule.refusal(TUESDAY.atTime(free.get(i)), MONDAY_NOON))
                    .isEmpty();
            if (i > 0) {
                assertThat(appointment(free.get(i - 1).toString(), minutes).overlaps(free.get(i), minutes))
                        .isFalse();
            }
        }
    }

    private static Optional<Refusal> refusal(String start) {
        return SCHEDULE.refusal(LocalDateTime.parse(start), MONDAY_NOON);
    }

    private static Schedule schedule(int minutes, int atOnce) {
        return new Schedule(
                Map.of(
                        DayOfWeek.TUESDAY,
                        List.of(
                                new Opening(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                                new Opening(LocalTime.of(13, 30), LocalTime.of(15, 0)))),
                ZoneId.of("America/New_York"),
                minutes,
                60,
                atOnce);
    }

    private static Appointment appointment(String start, int minutes) {
        return new Appointment(
                new AccountId("acc_demo"),
                new AgentId("agt_demo"),
                TUESDAY,
                LocalTime.parse(start),
                minutes,
                "Ada",
                Optional.empty(),
                Optional.empty(),
                new CallId("call_1"),
                "i1",
                MONDAY_NOON);
    }
}
