package dev.pickup.functions.finalization;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.pickup.core.EventJson;
import dev.pickup.core.MalformedEventException;
import dev.pickup.core.call.JournalProjection;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.Metrics;
import dev.pickup.functions.runtime.StreamBatch;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lambda entry: the journal's stream → turns, tools, measures and the end of a session, beside the call.
public final class ProjectorHandler implements RequestHandler<KinesisEvent, StreamsEventResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectorHandler.class);

    private final JournalProjection journal;
    private final Metrics metrics;
    private final Clock clock;

    public ProjectorHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public ProjectorHandler(FunctionsWiring wiring) {
        this.journal = wiring.journal();
        this.metrics = wiring.metrics();
        this.clock = wiring.clock();
    }

    @Override
    public StreamsEventResponse handleRequest(KinesisEvent event, Context context) {
        return StreamBatch.work(
                event.getRecords(), record -> record.getKinesis().getSequenceNumber(), this::project);
    }

    /// A record that is none of ours is counted and passed over: it would not get better, and calls wait behind
    /// it.
    private void project(KinesisEventRecord entry) {
        try {
            String json = UTF_8.decode(entry.getKinesis().getData().duplicate()).toString();
            journal.write(EventJson.journalRecord(json), clock.instant());
        } catch (MalformedEventException | IllegalArgumentException e) {
            LOG.error("Journal record {} is malformed", entry.getKinesis().getSequenceNumber());
            metrics.count("JournalRecordDropped", "malformed");
        }
    }
}
