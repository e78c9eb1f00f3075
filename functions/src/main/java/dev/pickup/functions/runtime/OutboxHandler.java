package dev.pickup.functions.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.pickup.core.state.Outbox;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Lambda entry: a table's stream → events on the bus.
public final class OutboxHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final OutboxRelay relay;

    public OutboxHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public OutboxHandler(FunctionsWiring wiring) {
        this.relay = wiring.outbox();
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        return StreamBatch.work(
                event.getRecords(), change -> change.getDynamodb().getSequenceNumber(), this::relay);
    }

    private void relay(DynamodbStreamRecord change) {
        Map<String, AttributeValue> item = StreamImages.newImage(change);
        if (Outbox.isOutbox(item)) {
            relay.deliver(StreamImages.table(change), item);
        }
    }
}
