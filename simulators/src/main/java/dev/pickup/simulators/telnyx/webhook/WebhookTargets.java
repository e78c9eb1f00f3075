package dev.pickup.simulators.telnyx.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the events of one leg go. Immutable.
///
/// @param signer    signs them, with the account's key
/// @param url       the application's, or the one that a command named
/// @param failover  tried when `url` failed for good; empty for none
/// @param perEvent  URLs that a command named for single events
/// @param deadline  the application's own; empty: the usual one
/// @param retries   pauses before each further attempt, for single events, as a command set them
public record WebhookTargets(
        WebhookSigner signer,
        String url,
        String failover,
        Map<String, String> perEvent,
        Optional<Duration> deadline,
        Map<String, List<Duration>> retries) {
    public WebhookTargets {
        perEvent = Map.copyOf(perEvent);
        retries = Map.copyOf(retries);
    }

    public WebhookTargets(WebhookSigner signer, String url, String failover, Optional<Duration> deadline) {
        this(signer, url, failover, Map.of(), deadline, Map.of());
    }

    /// The URLs to try, in this order.
    List<String> urls(String event) {
        return Stream.of(perEvent.getOrDefault(event, url), failover)
                .filter(u -> !u.isBlank())
                .toList();
    }

    public WebhookTargets withUrl(String value) {
        return new WebhookTargets(signer, value, failover, perEvent, deadline, retries);
    }

    public WebhookTargets withPerEvent(Map<String, String> value) {
        return new WebhookTargets(signer, url, failover, value, deadline, retries);
    }

    public WebhookTargets withRetries(Map<String, List<Duration>> value) {
        return new WebhookTargets(signer, url, failover, perEvent, deadline, value);
    }
}
