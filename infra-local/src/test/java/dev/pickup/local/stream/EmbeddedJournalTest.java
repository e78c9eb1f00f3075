package dev.pickup.local.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.pickup.core.EventJson;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.local.lambda.LambdaHost;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedJournalTest {
    @TempDir
    Path folder;

    private final LambdaHost host = new LambdaHost();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void theRecordsOfACallArriveInOrderWithKeyAndRisingSequenceNumbers() {
        List<KinesisEvent.Record> records = new CopyOnWriteArrayList<>();
        try (EmbeddedJournal journal = journal(event -> {
            event.getRecords().forEach(record -> records.add(record.getKinesis()));
            return done();
        })) {
            for (int i = 0; i < 200; i++) {
                journal.append(turn("call_a", "a" + i));
                journal.append(turn("call_b", "b" + i));
            }
            await().until(() -> records.size() == 400);
            List<KinesisEvent.Record> ofA = records.stream()
                    .filter(record -> record.getPartitionKey().equals("call_a"))
                    .toList();
            assertThat(ofA).hasSize(200);
            assertThat(ofA.stream().map(EmbeddedJournalTest::text).toList())
                    .startsWith("a0", "a1")
                    .endsWith("a198", "a199");
            assertThat(ofA.stream()
                            .map(record -> Long.parseLong(record.getSequenceNumber()))
                            .toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void afterARestartItGoesOnWhereItStopped() {
        try (EmbeddedJournal journal = journal(event -> take(event))) {
            journal.append(turn("call_a", "1"));
            journal.append(turn("call_a", "2"));
            await().until(journal::isCaughtUp);
        }
        try (EmbeddedJournal journal = journal(event -> take(event))) {
            journal.append(turn("call_a", "3"));
            await().until(journal::isCaughtUp);
        }
        assertThat(seen).containsExactly("1", "2", "3");
    }

    @Test
    void whatWasNotDeliveredBeforeTheEndIsDeliveredAfterTheNextStart() {
        try (EmbeddedJournal journal = journal(event -> {
            throw new IllegalStateException("the store is away");
        })) {
            journal.append(turn("call_a", "1"));
            journal.append(turn("call_a", "2"));
        }
        try (EmbeddedJournal journal = journal(event -> take(event))) {
            await().until(journal::isCaughtUp);
        }
        assertThat(seen).containsExactly("1", "2");
    }

    @Test
    void aRecordThatTheFunctionNamesIsTriedAgainFromThere() {
        AtomicInteger refusals = new AtomicInteger(3);
        try (EmbeddedJournal journal = journal(event -> {
            for (KinesisEvent.KinesisEventRecord record : event.getRecords()) {
                if (text(record.getKinesis()).equals("2") && refusals.getAndDecrement() > 0) {
                    return failedFrom(record.getKinesis().getSequenceNumber());
                }
                seen.add(text(record.getKinesis()));
            }
            return done();
        })) {
            List.of("1", "2", "3").forEach(data -> journal.append(turn("call_a", data)));
            await().until(() -> seen.size() == 3);
            assertThat(journal.parked()).isZero();
        }
        assertThat(seen).containsExactly("1", "2", "3");
    }

    @Test
    void aClosedJournalRefusesAndCounts() {
        EmbeddedJournal journal = journal(event -> take(event));
        journal.close();
        journal.append(turn("call_a", "late"));
        assertThat(journal.refused()).isOne();
        assertThat(journal.isCaughtUp()).isTrue();
    }

    private EmbeddedJournal journal(Function<KinesisEvent, StreamsEventResponse> projector) {
        return new EmbeddedJournal(
                folder,
                LogLimits.USUAL,
                host.host("projector", Duration.ofSeconds(10), (event, context) -> projector.apply(event)),
                Clock.systemUTC());
    }

    private StreamsEventResponse take(KinesisEvent event) {
        event.getRecords().forEach(record -> seen.add(text(record.getKinesis())));
        return done();
    }

    private static JournalRecord turn(String call, String text) {
        return new JournalRecord(
                call, 1, 0, 0, new JournalEntry.TurnTaken(0, JournalEntry.Role.caller, text, "", 0, 1, null));
    }

    private static StreamsEventResponse done() {
        return StreamsEventResponse.builder().build();
    }

    private static StreamsEventResponse failedFrom(String sequenceNumber) {
        return StreamsEventResponse.builder()
                .withBatchItemFailures(List.of(BatchItemFailure.builder()
                        .withItemIdentifier(sequenceNumber)
                        .build()))
                .build();
    }

    private static String text(KinesisEvent.Record record) {
        String json = UTF_8.decode(record.getData().duplicate()).toString();
        return ((JournalEntry.TurnTaken) EventJson.journalRecord(json).entry()).text();
    }
}
