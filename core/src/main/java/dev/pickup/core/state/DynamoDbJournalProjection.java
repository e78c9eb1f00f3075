package dev.pickup.core.state;

import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallOutcome;
import dev.pickup.core.call.JournalProjection;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalEntry.SessionClosed;
import dev.pickup.events.journal.JournalRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The journal, written beside its call in `pickup-calls`.
public final class DynamoDbJournalProjection implements JournalProjection {
    private static final String NEWER = "attribute_not_exists(pk) OR journalEpoch < :epoch"
            + " OR (journalEpoch = :epoch AND journalSequence < :sequence)";

    private final Database database;

    public DynamoDbJournalProjection(Database database) {
        this.database = database;
    }

    @Override
    public void write(JournalRecord entry, Instant now) {
        CallId call = new CallId(entry.callId());
        switch (entry.entry()) {
            case JournalEntry.TurnTaken turn -> put(entry, TranscriptItems.turn(call, turn));
            case JournalEntry.ToolInvoked tool -> put(entry, TranscriptItems.tool(call, tool));
            case JournalEntry.UsageMeasured measured ->
                put(entry, TranscriptItems.measures(call, entry.epoch(), measured));
            case SessionClosed closed -> close(call, entry.epoch(), closed, now);
            case JournalEntry.SessionOpened _, JournalEntry.FactsNoted _ -> {} // for the replay only
        }
    }

    private void put(JournalRecord entry, Attributes item) {
        Map<String, AttributeValue> attributes = item.number("journalEpoch", entry.epoch())
                .number("journalSequence", entry.sequence())
                .toMap();
        database.writes(
                "write journal",
                () -> database.client()
                        .putItem(r -> r.tableName(Tables.CALLS.name())
                                .item(attributes)
                                .conditionExpression(NEWER)
                                .expressionAttributeValues(Map.of(
                                        ":epoch", AttributeValue.fromN(Integer.toString(entry.epoch())),
                                        ":sequence", AttributeValue.fromN(Long.toString(entry.sequence()))))));
    }

    /// The second signal, once, and only from the session that owns the call: an older one was replaced.
    private void close(CallId call, int epoch, SessionClosed closed, Instant now) {
        CallOutcome outcome = CallOutcome.of(closed.outcome()).orElse(CallOutcome.FAILED);
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":now", AttributeValue.fromS(now.toString()),
                ":outcome", AttributeValue.fromS(outcome.name()),
                ":epoch", AttributeValue.fromN(Integer.toString(epoch)),
                ":finalized", AttributeValue.fromS("FINALIZED"),
                ":one", AttributeValue.fromN("1")));
        Optional<String> recording = Optional.ofNullable(closed.recording());
        recording.ifPresent(key -> values.put(":recording", AttributeValue.fromS(key)));
        database.writes(
                "close journal",
                () -> database.client()
                        .updateItem(r -> r.tableName(Tables.CALLS.name())
                                .key(CallHeader.key(call))
                                .updateExpression("SET journalClosedAt = :now, sessionOutcome = :outcome"
                                        + (recording.isPresent() ? ", recording = :recording" : "")
                                        + ", #version = #version + :one")
                                .conditionExpression("epoch = :epoch AND attribute_not_exists(journalClosedAt)"
                                        + " AND #state <> :finalized")
                                .expressionAttributeNames(
                                        Map.of("#version", CallItems.VERSION, "#state", CallItems.STATE))
                                .expressionAttributeValues(values)));
    }
}
