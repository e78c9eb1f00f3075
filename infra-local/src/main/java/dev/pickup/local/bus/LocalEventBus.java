package dev.pickup.local.bus;

import dev.pickup.events.DomainEvent;
import dev.pickup.functions.runtime.EventBus;
import dev.pickup.local.stream.LogLimits;
import dev.pickup.local.stream.SegmentedLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// An event bus that keeps what it accepted: an event is on disk before `publish` returns, and each rule delivers from
/// there at least once, also after a kill. A function that fails gets the event twice more; then it is a dead letter of
/// that rule, and the other rules never notice. Any thread; close it once.
public final class LocalEventBus implements EventBus, AutoCloseable {
    private final SegmentedLog events;
    private final List<RuleDelivery> deliveries;
    private final Clock clock;

    public LocalEventBus(Path folder, List<BusRule> rules, Clock clock) {
        this.clock = clock;
        this.events = SegmentedLog.open(folder.resolve("events"), LogLimits.USUAL);
        this.deliveries = rules.stream()
                .map(rule -> new RuleDelivery(rule, events, folder, this::letOldFilesGo))
                .toList();
    }

    /// Accepts the events; delivery follows.
    @Override
    public void publish(List<DomainEvent> accepted) {
        accepted.forEach(event -> events.append(EventEnvelope.of(event)));
        events.force();
    }

    /// What no target took, by rule in their order: whole events, oldest first, the first thousand of each rule.
    public List<String> deadLetters() {
        return deliveries.stream()
                .flatMap(delivery -> delivery.deadLetters().stream())
                .toList();
    }

    /// Whether every rule has seen every event.
    public boolean isCaughtUp() {
        return deliveries.stream().allMatch(RuleDelivery::isCaughtUp);
    }

    @Override
    public void close() {
        deliveries.forEach(RuleDelivery::close);
        events.close();
    }

    private void letOldFilesGo() {
        // The first rules may deliver before the last is made; then the files wait for the next time.
        List<RuleDelivery> all = deliveries;
        if (all != null) {
            events.retain(all.stream().mapToLong(RuleDelivery::position).min().orElse(0), clock.instant());
        }
    }
}
