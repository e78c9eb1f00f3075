package dev.pickup.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.EventJson;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFilesTest {
    @TempDir
    private Path folder;

    @Test
    void theRecordsOfOneCallAreFoundOverAllFilesWhileTheyAreWritten() {
        try (SegmentedLog log =
                SegmentedLog.open(folder.resolve("shard-2"), new LogLimits(200, 10_000, LogLimits.USUAL.age()))) {
            for (int i = 0; i < 20; i++) {
                append(log, "call_one", i);
                append(log, "call_two", i);
            }

            assertThat(JournalFiles.of(folder, "call_one"))
                    .extracting(JournalRecord::sequence)
                    .containsExactlyElementsOf(LongStream.range(0, 20).boxed().toList());
            assertThat(JournalFiles.of(folder, "call_three")).isEmpty();
        }
    }

    @Test
    void parkedRecordsAreNotTakenTwiceAndNoFolderIsNoRecord() {
        try (SegmentedLog log = SegmentedLog.open(folder.resolve("shard-0-parked"), LogLimits.USUAL)) {
            append(log, "call_one", 0);
        }

        assertThat(JournalFiles.of(folder, "call_one")).isEmpty();
        assertThat(JournalFiles.of(folder.resolve("nowhere"), "call_one")).isEmpty();
    }

    private static void append(SegmentedLog log, String call, long sequence) {
        log.append(KinesisBatch.line(
                call,
                Instant.EPOCH,
                EventJson.write(new JournalRecord(call, 1, sequence, 0, new JournalEntry.FactsNoted(List.of())))));
    }
}
