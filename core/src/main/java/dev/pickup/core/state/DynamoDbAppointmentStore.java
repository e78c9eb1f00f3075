package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.appointment.Appointment;
import dev.pickup.core.appointment.AppointmentStore;
import dev.pickup.core.call.CallId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Appointments in `pickup-accounts`: one item a day, written on the condition that it is as it was read, so that
/// appointments of any length never overlap unseen.
public final class DynamoDbAppointmentStore implements AppointmentStore {
    private static final TableShape TABLE = Tables.ACCOUNTS;
    private static final String KIND = "day of appointments";
    // Each lost race is a booking of somebody else on that day.
    private static final int MAX_LOST_RACES = 10;

    private final Database database;

    public DynamoDbAppointmentStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Appointment> on(AccountId account, AgentId agent, LocalDate day) {
        return read(account, agent, day).appointments();
    }

    @Override
    public BookOutcome book(Appointment wanted, int atOnce) {
        for (int attempt = 0; attempt < MAX_LOST_RACES; attempt++) {
            Day day = read(wanted.account(), wanted.agent(), wanted.day());
            if (day.appointments().stream().anyMatch(a -> isSameInvocation(a, wanted))) {
                return BookOutcome.BOOKED;
            }
            long overlapping = day.appointments().stream()
                    .filter(a -> a.overlaps(wanted.start(), wanted.minutes()))
                    .count();
            if (overlapping >= atOnce) {
                return BookOutcome.TAKEN;
            }
            if (write(day.with(wanted), wanted)) {
                return BookOutcome.BOOKED;
            }
        }
        throw new StoreUnavailableException(
                "book appointment", new IllegalStateException("lost " + MAX_LOST_RACES + " races"));
    }

    private static boolean isSameInvocation(Appointment a, Appointment b) {
        return a.call().equals(b.call()) && a.invocation().equals(b.invocation());
    }

    private boolean write(Day next, Appointment key) {
        Attributes item = Attributes.of(Keys.account(key.account()), Keys.day(key.agent(), key.day()))
                .number("version", next.version())
                .items(
                        "appointments",
                        next.appointments().stream()
                                .map(DynamoDbAppointmentStore::write)
                                .toList());
        Map<String, AttributeValue> before =
                Map.of(":before", AttributeValue.fromN(Integer.toString(next.version() - 1)));
        return database.transact(
                        "book appointment",
                        List.of(
                                next.version() == 1
                                        ? Writes.put(TABLE, item, Writes.ABSENT)
                                        : Writes.put(TABLE, item, "version = :before", before)))
                .isEmpty();
    }

    private Day read(AccountId account, AgentId agent, LocalDate day) {
        return database.get(KIND, TABLE, Keys.account(account), Keys.day(agent, day))
                .map(item -> new Day(
                        item.integer("version"),
                        item.items("appointments").stream()
                                .map(a -> read(a, account, agent, day))
                                .toList()))
                .orElse(new Day(0, List.of()));
    }

    private static Attributes write(Appointment appointment) {
        return Attributes.nested()
                .text("start", appointment.start().toString())
                .number("minutes", appointment.minutes())
                .text("name", appointment.name())
                .text("service", appointment.service())
                .text("phone", appointment.phone())
                .text("callId", appointment.call().value())
                .text("invocation", appointment.invocation())
                .instant("bookedAt", appointment.bookedAt());
    }

    private static Appointment read(Item item, AccountId account, AgentId agent, LocalDate day) {
        return new Appointment(
                account,
                agent,
                day,
                item.parsed("start", LocalTime::parse),
                item.integer("minutes"),
                item.text("name"),
                item.optionalText("service"),
                item.optionalText("phone"),
                item.parsed("callId", CallId::new),
                item.text("invocation"),
                item.instant("bookedAt"));
    }

    private record Day(int version, List<Appointment> appointments) {
        Day with(Appointment another) {
            List<Appointment> all = new ArrayList<>(appointments);
            all.add(another);
            all.sort(Comparator.comparing(Appointment::start));
            return new Day(version + 1, List.copyOf(all));
        }
    }
}
