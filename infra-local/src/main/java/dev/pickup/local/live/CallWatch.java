package dev.pickup.local.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Tells one line of each call that is finalized from now on, until its thread is interrupted. One thread.
public final class CallWatch {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final double MS = 1000;
    private static final double MICROS = 1_000_000;

    private final PickupApi api;
    private final Style style;
    private final Consumer<String> lines;
    private final Set<String> told = new HashSet<>();

    public CallWatch(PickupApi api, Style style, Consumer<String> lines) {
        this.api = api;
        this.style = style;
        this.lines = lines;
    }

    /// Blocks until interrupted, or until the API is gone.
    public void watch() {
        look(_ -> {});
        while (!Thread.interrupted()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            look(lines);
        }
    }

    private void look(Consumer<String> teller) {
        api.calls().ifPresent(page -> {
            for (JsonNode call : page.path("items")) {
                if (call.path("status").asText().equals("FINALIZED")
                        && told.add(call.path("callId").asText())) {
                    teller.accept(line(call));
                }
            }
        });
    }

    private String line(JsonNode call) {
        return "  %s  %s → %s  %s, %s, $%.4f"
                .formatted(
                        style.faint(call.path("callId").asText()),
                        call.path("from").asText("anonymous"),
                        call.path("to").asText(),
                        call.path("outcome").asText(),
                        String.format(
                                Locale.ROOT, "%.1f s", call.path("durationMs").asLong() / MS),
                        call.path("cost").path("totalMicros").asLong() / MICROS);
    }
}
