package dev.pickup.benchmarks.server;

import dev.pickup.core.EventJson;
import dev.pickup.events.journal.JournalEntry.Latency;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.session.CallJournal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The journal of all calls: written as JSON by a thread of its own, as for a stream, then thrown away; the latency
/// ledgers of turns are kept. Any thread.
final class Ledgers implements CallJournal, AutoCloseable {
    private static final int CAPACITY = 20_000;

    private final BlockingQueue<JournalRecord> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final Set<String> counted = new HashSet<>();
    private final List<Latency> ledgers = new ArrayList<>();
    private final Thread writer = Thread.ofVirtual().name("journal").start(this::write);
    private long bytes;

    @Override
    public void append(JournalRecord record) {
        if (!waiting.offer(record)) {
            throw new IllegalStateException("The journal's writer does not keep up.");
        }
    }

    /// What was kept since the last time.
    synchronized List<Latency> take() {
        List<Latency> taken = List.copyOf(ledgers);
        ledgers.clear();
        return taken;
    }

    /// Bytes of journal so far.
    synchronized long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        writer.interrupt();
    }

    private void write() {
        try {
            while (true) {
                keep(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void keep(JournalRecord record) {
        bytes += EventJson.write(record).length();
        if (record.entry() instanceof TurnTaken turn
                && turn.latencyMs() != null
                && counted.add(record.callId() + " " + turn.turn())) { // a turn is written again as more of it is heard
            ledgers.add(turn.latencyMs());
        }
    }
}
