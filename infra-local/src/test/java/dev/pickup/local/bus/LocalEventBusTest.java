package dev.pickup.local.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.events.CallEvent.CallAnswered;
import dev.pickup.events.DomainEvent;
import dev.pickup.events.NumberEvent.NumberDetached;
import dev.pickup.local.lambda.LambdaHost;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEventBusTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123Z");
    private static final DomainEvent ANSWERED = new CallAnswered("evt_1", "acc_demo", NOW, "call_1");
    private static final DomainEvent DETACHED = new NumberDetached("evt_2", "acc_demo", NOW, "+14155550100");

    @TempDir
    Path folder;

    private final LambdaHost host = new LambdaHost();
    private final List<Map<String, Object>> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void anEventReachesTheRulesItFitsAsEventBridgeDeliversIt() {
        List<Map<String, Object>> others = new CopyOnWriteArrayList<>();
        try (LocalEventBus bus = bus(
                rule("calls", Set.of("call.answered"), seen::add),
                rule("numbers", Set.of("number.attached"), others::add),
                rule("everything", Set.of(), others::add))) {
            bus.publish(List.of(ANSWERED, DETACHED));
            await().until(bus::isCaughtUp);
        }
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst())
                .containsEntry("id", "evt_1")
                .containsEntry("source", "pickup")
                .containsEntry("detail-type", "call.answered")
                .containsEntry("time", "2026-11-23T10:00:00Z")
                .containsEntry(
                        "detail",
                        Map.of(
                                "eventId", "evt_1",
                                "accountId", "acc_demo",
                                "occurredAt", "2026-11-23T10:00:00.123Z",
                                "callId", "call_1"));
        assertThat(others).extracting(event -> event.get("id")).containsExactlyInAnyOrder("evt_1", "evt_2");
    }

    @Test
    void aTargetThatFailsIsTriedTwiceMoreAndThenTheEventIsADeadLetterOfThatRuleOnly() {
        AtomicInteger tries = new AtomicInteger();
        try (LocalEventBus bus = bus(
                rule("broken", Set.of(), event -> {
                    if (event.get("id").equals("evt_1")) {
                        tries.incrementAndGet();
                        throw new IllegalStateException("no");
                    }
                    seen.add(event);
                }),
                rule("sound", Set.of(), seen::add))) {
            bus.publish(List.of(ANSWERED, DETACHED));
            await().atMost(Duration.ofSeconds(20)).until(bus::isCaughtUp);
            assertThat(tries).hasValue(3);
            assertThat(bus.deadLetters()).singleElement().asString().contains("evt_1");
            assertThat(seen).hasSize(3);
        }
    }

    @Test
    void whatWasAcceptedIsDeliveredAfterARestart() {
        try (LocalEventBus bus = bus(rule("calls", Set.of(), event -> {
            throw new IllegalStateException("going down");
        }))) {
            bus.publish(List.of(ANSWERED));
        }
        try (LocalEventBus bus = bus(rule("calls", Set.of(), seen::add))) {
            await().until(bus::isCaughtUp);
            assertThat(bus.deadLetters()).isEmpty();
        }
        assertThat(seen).hasSize(1);
    }

    private LocalEventBus bus(BusRule... rules) {
        LocalEventBus bus = new LocalEventBus(folder, Clock.systemUTC());
        bus.deliver(List.of(rules));
        return bus;
    }

    private BusRule rule(String name, Set<String> detailTypes, Consumer<Map<String, Object>> target) {
        return new BusRule(
                name,
                new EventPattern(Set.of("pickup"), detailTypes),
                host.<Map<String, Object>, Boolean>host(name, Duration.ofSeconds(5), (event, context) -> {
                    target.accept(event);
                    return true;
                }));
    }
}
