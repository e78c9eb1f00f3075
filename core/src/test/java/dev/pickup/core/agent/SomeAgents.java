package dev.pickup.core.agent;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentSettings.Limits;
import dev.pickup.core.agent.AgentSettings.Opening;
import dev.pickup.core.number.PhoneNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Agents for tests: every setting differs from its neighbours, so that a mix-up shows.
public final class SomeAgents {
    private SomeAgents() {}

    /// @param name tells it apart
    public static Agent agent(AccountId account, String id, int version, String name) {
        return new Agent(
                account,
                new AgentId(id),
                version,
                settings(name),
                Instant.parse("2026-11-23T08:00:00.123456789Z"),
                Instant.parse("2026-11-23T09:00:00Z").plusSeconds(version));
    }

    public static AgentSettings settings(String name) {
        return new AgentSettings(
                name,
                "Alder Dental",
                "Answer questions about the clinic.",
                "Hello, this is Alder Dental.",
                "I am an automated assistant.",
                "en-US",
                "warm",
                "small",
                0.25,
                Map.of("book_appointment", Map.of("slotMinutes", "20"), "end_call", Map.of()),
                Map.of("address", "12 Alder Street"),
                Map.of(
                        DayOfWeek.MONDAY,
                        List.of(
                                new Opening(LocalTime.of(9, 0), LocalTime.of(12, 30)),
                                new Opening(LocalTime.of(13, 30), LocalTime.of(17, 0))),
                        DayOfWeek.SATURDAY,
                        List.of(new Opening(LocalTime.of(10, 0), LocalTime.of(14, 0)))),
                ZoneId.of("America/Los_Angeles"),
                true,
                List.of("Invisalign", "molar"),
                Map.of("Dr. Ngô", "doctor no"),
                new Limits(Duration.ofSeconds(8), Duration.ofSeconds(12), Duration.ofMinutes(15)),
                Optional.of(new PhoneNumber("+14155550123")),
                true,
                new EngineWishes(List.of("es-US", "fr-CA"), false, Optional.of(25)),
                true);
    }
}
