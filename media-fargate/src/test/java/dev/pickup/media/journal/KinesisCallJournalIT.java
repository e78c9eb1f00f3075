package dev.pickup.media.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.core.EventJson;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.CloudUnderTest;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.aws.AwsFault;
import dev.pickup.simulators.aws.KinesisSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/// The real client against a stream that takes and refuses as Kinesis does.
class KinesisCallJournalIT {
    private final KinesisSimulator kinesis = new KinesisSimulator("pickup-call-journal", 8);
    private final AwsEndpoint endpoint = AwsEndpoint.start(kinesis);
    private final KinesisClient client = CloudUnderTest.kinesis(endpoint);
    private final KinesisCallJournal journal = new KinesisCallJournal(client, "pickup-call-journal");

    @AfterEach
    void stop() {
        journal.close();
        client.close();
        endpoint.close();
    }

    @Test
    void recordsOfACallArriveInOrder() {
        for (int i = 0; i < 450; i++) {
            journal.append(record("call_" + i % 3, i, "x"));
        }
        journal.close();
        assertThat(sequences("call_1")).isSorted().hasSize(150);
        assertThat(kinesis.records()).hasSize(450);
        assertThat(endpoint.refusals()).isEmpty();
    }

    @Test
    void whatAShardRefusesIsSentAgainAndNothingElse() {
        Set<String> once = ConcurrentHashMap.newKeySet();
        kinesis.refuseRecords(text -> text.contains("\"sequence\":7,") && once.add(text));
        for (int i = 0; i < 20; i++) {
            journal.append(record("call_1", i, "x"));
        }
        journal.close();
        assertThat(sequences("call_1")).hasSize(20).doesNotHaveDuplicates().contains(7L);
        assertThat(once).hasSize(1);
    }

    @Test
    void aStreamThatIsDownForAWhileLosesNothing() {
        endpoint.next(
                new AwsFault.Refuse(500, "InternalFailure"),
                new AwsFault.HangUp(),
                new AwsFault.Refuse(400, "ProvisionedThroughputExceededException"));
        journal.append(record("call_1", 0, "x"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sequences("call_1")).contains(0L));
        assertThat(journal.dropped()).isZero();
    }

    @Test
    void anAnswerThatIsLostMakesARepeatWhichReadersDrop() {
        endpoint.next(new AwsFault.LoseAnswer());
        journal.append(record("call_1", 0, "x"));
        journal.append(record("call_1", 1, "x"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sequences("call_1")).contains(0L, 1L));
        assertThat(Set.copyOf(sequences("call_1"))).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void largeRecordsAreSpreadOverRequestsThatKinesisTakes() {
        String long700k = "x".repeat(700_000);
        for (int i = 0; i < 9; i++) {
            journal.append(record("call_" + i, i, long700k));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> kinesis.records().size() >= 9);
        assertThat(kinesis.batches()).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(5));
    }

    @Test
    void aRecordThatKinesisNeverTakesDoesNotHoldUpTheOthers() {
        journal.append(record("call_1", 0, "x".repeat(2_000_000)));
        journal.append(record("call_1", 1, "x"));
        journal.close();
        assertThat(sequences("call_1")).containsExactly(1L);
        assertThat(journal.dropped()).isEqualTo(1);
    }

    private List<Long> sequences(String call) {
        return kinesis.records().stream()
                .map(json -> EventJson.journalRecord(json))
                .filter(record -> record.callId().equals(call))
                .map(JournalRecord::sequence)
                .toList();
    }

    private static JournalRecord record(String call, long sequence, String text) {
        var facts = IntStream.range(0, 1)
                .mapToObj(_ -> new JournalEntry.Fact(0, "Token", Map.of("text", text), null))
                .toList();
        return new JournalRecord(call, 1, sequence, 0, new JournalEntry.FactsNoted(facts));
    }
}
