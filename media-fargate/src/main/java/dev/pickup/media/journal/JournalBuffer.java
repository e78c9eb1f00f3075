package dev.pickup.media.journal;

import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Records that wait to be sent, in order. Bounded: when it is full, the oldest facts make room, then the oldest record
/// of any kind; both counted. Any thread.
final class JournalBuffer {
    private final int capacity;
    private final Deque<JournalRecord> records = new ArrayDeque<>();
    private final Semaphore added = new Semaphore(0);
    private long dropped;

    JournalBuffer(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(JournalRecord entry) {
        if (records.size() >= capacity) {
            makeRoom();
        }
        records.addLast(entry);
        added.release();
    }

    /// Puts back what could not be sent, in front.
    synchronized void putBack(List<JournalRecord> failed) {
        failed.reversed().forEach(records::addFirst);
        while (records.size() > capacity) {
            makeRoom();
        }
    }

    /// Up to `most` records; waits `waitMs` for the first.
    List<JournalRecord> take(int most, long waitMs) throws InterruptedException {
        if (isEmpty() && added.tryAcquire(waitMs, TimeUnit.MILLISECONDS)) {
            added.drainPermits();
        }
        return takeNow(most);
    }

    private synchronized List<JournalRecord> takeNow(int most) {
        List<JournalRecord> taken = new ArrayList<>();
        while (taken.size() < most && !records.isEmpty()) {
            taken.add(records.removeFirst());
        }
        return taken;
    }

    synchronized boolean isEmpty() {
        return records.isEmpty();
    }

    /// A record that was taken is given up.
    synchronized void lost() {
        dropped++;
    }

    /// Records that were lost so far.
    synchronized long dropped() {
        return dropped;
    }

    private void makeRoom() {
        dropped++;
        for (Iterator<JournalRecord> each = records.iterator(); each.hasNext(); ) {
            if (each.next().entry() instanceof JournalEntry.FactsNoted) {
                each.remove();
                return;
            }
        }
        records.removeFirst();
    }
}
