package dev.pickup.media.speech.offline;

import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A few threads that do an engine's work, most urgent first, equal urgency in the order of arrival. The queue
/// is bounded: whoever brings work is told when there is no room.
final class EngineWorkers implements AutoCloseable {
    private static final int CAPACITY = 256;
    private static final long STOP_SECONDS = 5;

    private final ThreadPoolExecutor threads;
    private final AtomicLong arrivals = new AtomicLong();
    private final int count;

    /// How soon a caller would notice.
    enum Urgency {
        /// The line is silent until this is done.
        NOW,
        /// Needed soon.
        SOON,
        /// Nice to have.
        SPARE
    }

    private record Job(Urgency urgency, long arrival, Runnable work) implements Runnable, Comparable<Job> {
        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Job other) {
            int byUrgency = urgency.compareTo(other.urgency);
            return byUrgency != 0 ? byUrgency : Long.compare(arrival, other.arrival);
        }
    }

    EngineWorkers(String name, int count) {
        this.count = count;
        threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }

    /// Queues `work`; false when there is no room, or when the workers were closed.
    boolean submit(Urgency urgency, Runnable work) {
        if (threads.isShutdown() || waiting() >= CAPACITY) {
            return false;
        }
        threads.execute(new Job(urgency, arrivals.getAndIncrement(), work));
        return true;
    }

    /// Jobs that no worker has begun.
    int waiting() {
        return threads.getQueue().size();
    }

    /// True when a job would begin at once.
    boolean haveTime() {
        return waiting() == 0 && threads.getActiveCount() < count;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
