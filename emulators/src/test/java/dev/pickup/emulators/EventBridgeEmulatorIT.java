package dev.pickup.emulators;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pickup.events.CallEvent.CallAnswered;
import dev.pickup.events.DomainEvent;
import dev.pickup.functions.runtime.EventBridgeBus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

class EventBridgeEmulatorIT {
    @Test
    void aBusTakesAllEventsWhatEverTheirNumber() {
        try (EventBridgeClient client =
                Emulator.client(EventBridgeClient.builder(), "EVENTBRIDGE").build()) {
            String bus = "pickup-" + UUID.randomUUID();
            client.createEventBus(r -> r.name(bus));
            List<DomainEvent> events = IntStream.range(0, 23)
                    .<DomainEvent>mapToObj(i -> new CallAnswered(
                            "evt-" + i, "acc_demo", Instant.parse("2026-11-26T10:00:00Z"), "call_" + i))
                    .toList();
            assertThatCode(() -> new EventBridgeBus(client, bus).publish(events))
                    .doesNotThrowAnyException();
        }
    }
}
