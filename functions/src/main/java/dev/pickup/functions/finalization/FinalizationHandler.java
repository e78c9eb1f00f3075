package dev.pickup.functions.finalization;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.pickup.core.call.CallFinalizer;
import dev.pickup.core.state.CallChanges;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.StreamBatch;
import dev.pickup.functions.runtime.StreamImages;
import java.time.Clock;

/// Lambda entry: the stream of `pickup-calls` → finalized calls. Whichever signal comes second brings the call
/// here.
public final class FinalizationHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final CallFinalizer finalizer;
    private final Clock clock;

    public FinalizationHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public FinalizationHandler(FunctionsWiring wiring) {
        this.finalizer = wiring.finalizer();
        this.clock = wiring.clock();
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        return StreamBatch.work(
                event.getRecords(), change -> change.getDynamodb().getSequenceNumber(), this::finish);
    }

    private void finish(DynamodbStreamRecord change) {
        CallChanges.ended(StreamImages.newImage(change)).ifPresent(call -> finalizer.finish(call, clock.instant()));
    }
}
