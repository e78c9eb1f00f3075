package dev.pickup.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentedLogTest {
    private static final LogLimits SMALL = new LogLimits(100, 300, Duration.ofHours(1));

    @TempDir
    Path folder;

    @Test
    void recordsComeBackInOrderAlsoFromAPositionAndAfterReopening() throws Exception {
        try (SegmentedLog log = SegmentedLog.open(folder, LogLimits.USUAL)) {
            append(log, "one", "zwei", "trøis");
        }
        try (SegmentedLog log = SegmentedLog.open(folder, LogLimits.USUAL)) {
            log.append("four");
            List<LogRecord> all = log.read(0, 100, 0);
            assertThat(all).extracting(LogRecord::text).containsExactly("one", "zwei", "trøis", "four");
            assertThat(texts(log, all.get(1).next())).containsExactly("trøis", "four");
            assertThat(texts(log, log.end())).isEmpty();
        }
    }

    @Test
    void aTornLastRecordIsCutOffAndTheLogGoesOnBehindTheLastWholeOne() throws Exception {
        long sound;
        try (SegmentedLog log = SegmentedLog.open(folder, LogLimits.USUAL)) {
            append(log, "one", "two");
            sound = log.end();
            log.append("three");
        }
        for (long cut = sound + 1; cut < sound + 8 + 5; cut++) {
            truncate(only(), cut);
            try (SegmentedLog log = SegmentedLog.open(folder, LogLimits.USUAL)) {
                assertThat(log.end()).isEqualTo(sound);
                log.append("three");
                assertThat(texts(log, 0)).containsExactly("one", "two", "three");
            }
        }
    }

    @Test
    void aRecordWithAFlippedBitAtTheEndIsNotGivenOut() throws Exception {
        try (SegmentedLog log = SegmentedLog.open(folder, LogLimits.USUAL)) {
            append(log, "one", "two");
        }
        byte[] bytes = Files.readAllBytes(only());
        bytes[bytes.length - 1] ^= 1;
        Files.write(only(), bytes);
        try (SegmentedLog log = SegmentedLog.open(folder, LogLimits.USUAL)) {
            assertThat(texts(log, 0)).containsExactly("one");
        }
    }

    @Test
    void itGoesOnInNewFilesAndReadsAcrossThem() throws Exception {
        try (SegmentedLog log = SegmentedLog.open(folder, SMALL)) {
            IntStream.range(0, 50).forEach(i -> log.append("record " + i));
            assertThat(files()).hasSizeGreaterThan(5);
            assertThat(readAll(log)).hasSize(50).startsWith("record 0").endsWith("record 49");
        }
    }

    @Test
    void damageInAnOlderFileCostsThatFilesRestOnly() throws Exception {
        try (SegmentedLog log = SegmentedLog.open(folder, SMALL)) {
            IntStream.range(0, 20).forEach(i -> log.append("record " + i));
            Path first = files().getFirst();
            byte[] bytes = Files.readAllBytes(first);
            bytes[30] ^= 1;
            Files.write(first, bytes);
            assertThat(readAll(log)).contains("record 0", "record 19").hasSizeBetween(10, 19);
        }
    }

    @Test
    void oldFilesGoWhenTheyWereDeliveredAndAreTooOldOrTooMany() throws Exception {
        try (SegmentedLog log = SegmentedLog.open(folder, SMALL)) {
            IntStream.range(0, 15).forEach(i -> log.append("record " + i));
            int before = files().size();
            log.retain(0, Instant.now());
            assertThat(files()).hasSize(before);

            FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
            Files.setLastModifiedTime(files().getFirst(), old);
            log.retain(log.end(), Instant.now());
            assertThat(files()).hasSize(before - 1);

            IntStream.range(15, 60).forEach(i -> log.append("record " + i));
            log.retain(log.end(), Instant.now());
            assertThat(Files.size(files().getFirst()) * files().size()).isLessThan(600);
            assertThat(readAll(log)).endsWith("record 59").doesNotContain("record 0");
        }
    }

    private static void append(SegmentedLog log, String... texts) {
        Stream.of(texts).forEach(log::append);
    }

    private static List<String> texts(SegmentedLog log, long from) throws InterruptedException {
        return log.read(from, 100, 0).stream().map(LogRecord::text).toList();
    }

    private static List<String> readAll(SegmentedLog log) throws InterruptedException {
        List<String> all = new java.util.ArrayList<>();
        long at = 0;
        for (List<LogRecord> some = log.read(at, 7, 0); !some.isEmpty(); some = log.read(at, 7, 0)) {
            some.forEach(record -> all.add(record.text()));
            at = some.getLast().next();
        }
        return all;
    }

    private Path only() throws IOException {
        return files().getFirst();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void truncate(Path file, long size) throws IOException {
        try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }
}
