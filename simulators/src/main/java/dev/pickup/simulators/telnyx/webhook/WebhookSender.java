package dev.pickup.simulators.telnyx.webhook;

import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Delivers webhooks, each on a thread of its own, so that events overtake one another as real ones do. Any thread.
///
/// Each URL is tried until it acknowledges with 2xx, refuses for good, or its attempts are used up; then the failover
/// URL is. Every attempt is signed afresh, because `meta.attempt` is in the body.
public final class WebhookSender implements AutoCloseable {
    private static final Duration LAST_DELIVERIES = Duration.ofSeconds(2);

    private final ExchangeLoop loop;
    private final DeliverySettings settings;
    private final HttpClient client;
    private final WebhookPost post;
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();

    public WebhookSender(ExchangeLoop loop, DeliverySettings settings) {
        this.loop = loop;
        this.settings = settings;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(loop.onTheWall(settings.deadline()))
                .executor(connections)
                .build();
        post = new WebhookPost(client, settings.rule());
    }

    /// Delivers these events, one after the other; returns at once.
    ///
    /// @param failed told in one sentence about an event that nobody acknowledged
    public void send(List<WebhookEvent> events, WebhookTargets targets, FaultScript faults, Consumer<String> failed) {
        if (deliveries.isShutdown()) {
            return;
        }
        deliveries.execute(() -> {
            try {
                for (WebhookEvent event : events) {
                    deliver(event, targets, faults, failed);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Waits a moment for deliveries that are under way, such as the hang-ups of calls that end with the exchange; what
    /// is not acknowledged by then is given up.
    @Override
    public void close() {
        deliveries.shutdown();
        try {
            if (!deliveries.awaitTermination(LAST_DELIVERIES.toMillis(), TimeUnit.MILLISECONDS)) {
                deliveries.shutdownNow();
            }
        } catch (InterruptedException _) {
            deliveries.shutdownNow();
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
        connections.shutdownNow();
    }

    private void deliver(WebhookEvent event, WebhookTargets targets, FaultScript faults, Consumer<String> failed)
            throws InterruptedException {
        if (faults.find(Fault.WebhookNever.class, event.type()).isPresent()) {
            return;
        }
        Optional<Fault.WebhookDelayed> delay = faults.find(Fault.WebhookDelayed.class, event.type());
        if (delay.isPresent()) {
            Thread.sleep(loop.onTheWall(Duration.ofMillis(delay.get().ms())));
        }
        int attempt = 0;
        int status = WebhookPost.NO_ANSWER;
        for (String url : targets.urls(event.type())) {
            for (Duration pause : pauses(event, targets)) {
                Thread.sleep(loop.onTheWall(pause));
                status = post(event, ++attempt, url, targets, faults);
                if (acknowledged(status)) {
                    twice(event, attempt, url, targets, faults);
                    return;
                }
                if (!retried(status)) {
                    break;
                }
            }
        }
        failed.accept(event.type() + " was not acknowledged in " + attempt + " attempts; the last answer was "
                + (status == WebhookPost.NO_ANSWER ? "none" : status) + ".");
    }

    private void twice(WebhookEvent event, int attempt, String url, WebhookTargets targets, FaultScript faults)
            throws InterruptedException {
        if (faults.find(Fault.WebhookTwice.class, event.type()).isPresent()) {
            post(event, attempt + 1, url, targets, faults);
        }
    }

    private int post(WebhookEvent event, int attempt, String url, WebhookTargets targets, FaultScript faults)
            throws InterruptedException {
        Duration deadline = loop.onTheWall(targets.deadline().orElse(settings.deadline()));
        return post.send(new WebhookPost.Attempt(event, attempt, url), targets.signer(), deadline, faults);
    }

    /// The pause before each attempt at one URL.
    private List<Duration> pauses(WebhookEvent event, WebhookTargets targets) {
        List<Duration> own = targets.retries().get(event.type());
        List<Duration> pauses =
                own != null ? own : Collections.nCopies(settings.attemptsPerUrl() - 1, settings.pause());
        return Stream.concat(Stream.of(Duration.ZERO), pauses.stream()).toList();
    }

    private static boolean acknowledged(int status) {
        return status / 100 == 2;
    }

    private boolean retried(int status) {
        return switch (settings.rule()) {
            case FUNDAMENTALS -> true;
            case VOICE_API -> status == WebhookPost.NO_ANSWER || status == 408 || status == 429 || status / 100 == 5;
        };
    }
}
