package dev.pickup.media.stream;

import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.EngineWishes;
import dev.pickup.core.number.PhoneNumber;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An agent that records its calls.
final class TestAgent {
    static final AgentSettings SETTINGS = with(Map.of());

    /// It may take messages too.
    static final AgentSettings TAKES_MESSAGES = with(Map.of("take_message", Map.of()));

    private static AgentSettings with(Map<String, Map<String, String>> tools) {
        return new AgentSettings(
                "Demo",
                "the clinic",
                "Be brief.",
                "Hello, this is the clinic.",
                "",
                "en-US",
                "",
                "",
                0,
                tools,
                Map.of(),
                Map.of(),
                ZoneId.of("America/New_York"),
                true,
                List.of(),
                Map.of(),
                new AgentSettings.Limits(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofMinutes(10)),
                Optional.of(new PhoneNumber("+14155550100")),
                true,
                EngineWishes.NONE,
                false);
    }

    private TestAgent() {}
}
