package dev.pickup.simulators.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// One shard: records in order, and how much it takes in a second. Any thread.
final class KinesisShard {
    private static final int RECORDS_A_SECOND = 1_000;
    private static final int BYTES_A_SECOND = 1024 * 1024;
    private static final long SECOND = 1_000_000_000;

    private final int number;
    private final List<String> records = new ArrayList<>();
    private final Deque<Taken> lastSecond = new ArrayDeque<>();
    private int bytesInLastSecond;

    private record Taken(long atNanos, int bytes) {}

    KinesisShard(int number) {
        this.number = number;
    }

    String id() {
        return String.format(Locale.ROOT, "shardId-%012d", number);
    }

    /// Takes a record, unless this second is full.
    synchronized boolean take(String record) {
        long now = System.nanoTime();
        while (!lastSecond.isEmpty() && now - lastSecond.peekFirst().atNanos() > SECOND) {
            bytesInLastSecond -= lastSecond.removeFirst().bytes();
        }
        if (lastSecond.size() >= RECORDS_A_SECOND || bytesInLastSecond + record.length() > BYTES_A_SECOND) {
            return false;
        }
        lastSecond.addLast(new Taken(now, record.length()));
        bytesInLastSecond += record.length();
        records.add(record);
        return true;
    }

    /// Of the record taken last.
    synchronized String sequenceNumber() {
        return String.format(Locale.ROOT, "4954%052d", records.size());
    }

    synchronized List<String> records() {
        return List.copyOf(records);
    }
}
