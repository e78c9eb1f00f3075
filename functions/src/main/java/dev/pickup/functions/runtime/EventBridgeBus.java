package dev.pickup.functions.runtime;

import dev.pickup.core.EventJson;
import dev.pickup.events.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/// The bus as EventBridge. The client repeats what failed as a whole; here is repeated what failed in part.
public final class EventBridgeBus implements EventBus {
    private static final int MAX_ENTRIES = 10; // PutEvents' own limit
    private static final int MAX_ATTEMPTS = 3;

    private final EventBridgeClient client;
    private final String busName;

    public EventBridgeBus(EventBridgeClient client, String busName) {
        this.client = client;
        this.busName = busName;
    }

    @Override
    public void publish(List<DomainEvent> events) {
        List<PutEventsRequestEntry> entries = events.stream().map(this::entry).toList();
        for (int from = 0; from < entries.size(); from += MAX_ENTRIES) {
            put(entries.subList(from, Math.min(from + MAX_ENTRIES, entries.size())));
        }
    }

    private void put(List<PutEventsRequestEntry> entries) {
        List<PutEventsRequestEntry> left = entries;
        String code = "";
        for (int attempt = 0; attempt < MAX_ATTEMPTS && !left.isEmpty(); attempt++) {
            PutEventsResponse answer = send(left);
            List<PutEventsRequestEntry> sent = left;
            left = IntStream.range(0, sent.size())
                    .filter(i -> answer.entries().get(i).errorCode() != null)
                    .mapToObj(sent::get)
                    .toList();
            code = answer.entries().stream()
                    .map(e -> e.errorCode() == null ? "" : e.errorCode())
                    .filter(c -> !c.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        if (!left.isEmpty()) {
            throw new BusUnavailableException(code);
        }
    }

    private PutEventsResponse send(List<PutEventsRequestEntry> entries) {
        try {
            return client.putEvents(r -> r.entries(new ArrayList<>(entries)));
        } catch (SdkException e) {
            throw new BusUnavailableException(e.getClass().getSimpleName());
        }
    }

    private PutEventsRequestEntry entry(DomainEvent event) {
        return PutEventsRequestEntry.builder()
                .eventBusName(busName)
                .source(DomainEvent.SOURCE)
                .detailType(event.name())
                .detail(EventJson.write(event))
                .time(event.occurredAt())
                .build();
    }
}
