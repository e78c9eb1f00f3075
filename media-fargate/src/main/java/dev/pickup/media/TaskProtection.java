package dev.pickup.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps ECS from stopping a task that holds calls, when it scales in or deploys. A thread of its own looks every few
/// seconds; a call that comes in between is covered by the hand-over at SIGTERM.
///
/// Source: Amazon ECS Developer Guide, "Amazon ECS task scale-in protection endpoint", read 2026-11: `PUT
/// $ECS_AGENT_URI/task-protection/v1/state`, 1 to 2,880 minutes.
final class TaskProtection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskProtection.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final int MINUTES = 120;

    /// Renewed at half time.
    private static final long LOOKS_UNTIL_RENEWED =
            Duration.ofMinutes(MINUTES / 2).dividedBy(LOOK);

    private final URI state;
    private final IntSupplier calls;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final Thread thread;
    private final Duration pause;
    private boolean on;
    private long looksSince;

    TaskProtection(URI agent, IntSupplier calls) {
        this(agent, calls, LOOK);
    }

    /// @param pause between two looks
    TaskProtection(URI agent, IntSupplier calls, Duration pause) {
        this.pause = pause;
        this.state = URI.create(agent + "/task-protection/v1/state");
        this.calls = calls;
        this.thread = Thread.ofVirtual().name("task-protection").start(this::run);
    }

    @Override
    public void close() {
        thread.interrupt();
        client.shutdownNow();
    }

    private void run() {
        try {
            while (true) {
                look();
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        boolean wanted = calls.getAsInt() > 0;
        looksSince++;
        boolean due = wanted != on || (on && looksSince >= LOOKS_UNTIL_RENEWED);
        if (due && put(wanted)) {
            on = wanted;
            looksSince = 0;
        }
    }

    /// Whether ECS took it; if not, the next look tries again.
    private boolean put(boolean wanted) throws InterruptedException {
        String body = wanted
                ? "{\"ProtectionEnabled\":true,\"ExpiresInMinutes\":" + MINUTES + "}"
                : "{\"ProtectionEnabled\":false}";
        HttpRequest request = HttpRequest.newBuilder(state)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                LOG.warn("task-protection-refused: HTTP {}", status);
            }
            return status == 200;
        } catch (IOException e) {
            LOG.warn("task-protection-unreachable: {}", e.getClass().getSimpleName());
            return false;
        }
    }
}
