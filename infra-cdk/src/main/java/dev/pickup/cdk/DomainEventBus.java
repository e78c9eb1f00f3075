package dev.pickup.cdk;

import dev.pickup.events.DomainEvent;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Archive;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.constructs.Construct;

/// The bus of [DomainEvent]s. Each is archived for 90 days, so that a consumer with a bug can be given them again.
final class DomainEventBus extends Construct {
    private static final String NAME = "pickup";

    private static final Duration ARCHIVED = Duration.days(90);

    DomainEventBus(Construct scope, String id, DataKey key) {
        super(scope, id);
        EventBus bus = EventBus.Builder.create(this, "Bus")
                .eventBusName(NAME)
                .description("What the parts of Pickup tell one another")
                .kmsKey(key.key())
                .build();
        Archive archive = Archive.Builder.create(this, "Archive")
                // By name: the archive writes its bus into the policy of the key, which the bus itself depends on.
                .sourceEventBus(EventBus.fromEventBusName(this, "BusByName", NAME))
                .eventPattern(EventPattern.builder()
                        .source(List.of(DomainEvent.SOURCE))
                        .build())
                .kmsKey(key.key())
                .retention(ARCHIVED)
                .build();
        archive.getNode().addDependency(bus);
    }
}
