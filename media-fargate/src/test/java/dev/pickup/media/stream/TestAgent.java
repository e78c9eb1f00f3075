package dev.pickup.media.stream;

import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.number.PhoneNumber;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An agent that records its calls.
final class TestAgent {
    static final AgentSettings SETTINGS = new AgentSettings(
            "Demo",
            "the clinic",
            "Be brief.",
            "Hello, this is the clinic.",
            "",
            "en-US",
            "",
            "",
            0,
            Map.of(),
            Map.of(),
            Map.of(),
            ZoneId.of("America/New_York"),
            true,
            List.of(),
            Map.of(),
            new AgentSettings.Limits(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofMinutes(10)),
            Optional.of(new PhoneNumber("+14155550100")),
            true);

    private TestAgent() {}
}
