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
    private final Path folder;
    private final SegmentedLog events;
    private final Clock clock;
    private volatile List<RuleDelivery> deliveries = List.of();

    public LocalEventBus(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.events = SegmentedLog.open(folder.resolve("events"), LogLimits.USUAL);
    }

    /// Begins to deliver by these rules, with what they have not seen yet. Once: functions that publish need the bus
    /// before functions that consume can be rules of it.
    public void deliver(List<BusRule> rules) {
        if (!deliveries.isEmpty()) {
            throw new IllegalStateException("The bus delivers already.");
        }
        deliveries = rules.stream()
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

    /// While the rules begin one after the other, files wait for the next time.
    private void letOldFilesGo() {
        deliveries.stream()
                .mapToLong(RuleDelivery::position)
                .min()
                .ifPresent(seenByAll -> events.retain(seenByAll, clock.instant()));
    }
}
