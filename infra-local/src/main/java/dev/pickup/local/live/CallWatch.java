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

    /// Blocks until interrupted. What was finalized before is not told.
    ///
    /// @throws NoAnswerException the API is gone
    public void watch() {
        tellNothing();
        while (!Thread.interrupted()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            look(lines);
        }
    }

    private void tellNothing() {
        api.calls()
                .ifPresent(page -> page.path("items").forEach(call -> {
                    if (call.path("status").asText().equals("FINALIZED")) {
                        told.add(call.path("callId").asText());
                    }
                }));
    }

    private void look(Consumer<String> teller) {
        api.calls().ifPresent(page -> {
            for (JsonNode call : page.path("items")) {
                String id = call.path("callId").asText();
                if (call.path("status").asText().equals("FINALIZED") && told.add(id)) {
                    api.call(id).map(this::line).ifPresent(teller);
                }
            }
        });
    }

    private String line(JsonNode call) {
        return String.format(
                Locale.ROOT,
                "  %s  %s → %s  %s, %.1f s, $%.4f",
                style.faint(call.path("callId").asText()),
                call.path("from").asText("anonymous"),
                call.path("to").asText(),
                call.path("outcome").asText(),
                call.path("durationMs").asLong() / MS,
                call.path("cost").path("totalMicros").asLong() / MICROS);
    }
}
