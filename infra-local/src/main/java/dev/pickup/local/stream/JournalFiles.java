package dev.pickup.local.stream;

import dev.pickup.core.EventJson;
import dev.pickup.events.journal.JournalRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The files of an [EmbeddedJournal], only read: also while the product writes them.
public final class JournalFiles {
    private static final int BATCH = 1_000;

    private JournalFiles() {}

    /// All records of a call that are still kept, in the order in which they were written; none when there are none.
    ///
    /// @param folder the journal's, under a data folder's `state`
    public static List<JournalRecord> of(Path folder, String callId) {
        List<JournalRecord> found = new ArrayList<>();
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder, 2) : Stream.empty()) {
            List<Segment> segments = files.filter(Segment::isOne)
                    .filter(file -> !isParked(folder.relativize(file)))
                    .map(Segment::of)
                    .sorted(Comparator.comparingLong(Segment::base))
                    .toList();
            for (Segment segment : segments) {
                read(segment, callId, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /// Parked records were in a shard's file before.
    private static boolean isParked(Path file) {
        return file.getName(0).toString().endsWith("-parked");
    }

    private static void read(Segment segment, String callId, List<JournalRecord> found) throws IOException {
        long at = segment.base();
        List<LogRecord> some = segment.read(at, BATCH);
        while (!some.isEmpty()) {
            for (LogRecord each : some) {
                String[] parts = each.text().split("\n", 3);
                if (parts.length == 3 && parts[0].equals(callId)) {
                    found.add(EventJson.journalRecord(parts[2]));
                }
            }
            at = some.getLast().next();
            some = segment.read(at, BATCH);
        }
    }
}
