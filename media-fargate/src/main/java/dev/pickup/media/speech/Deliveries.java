package dev.pickup.media.speech;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/// Calls one listener in the order in which calls were added, one at a time, on engine threads; nothing once
/// closed.
public final class Deliveries {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private boolean closed;

    public void add(Runnable call) {
        waiting.add(call);
    }

    /// Makes the calls that wait, on this thread.
    public void run() {
        turn.lock();
        try {
            for (Runnable call = waiting.poll(); call != null && !closed; call = waiting.poll()) {
                call.run();
            }
        } finally {
            turn.unlock();
        }
    }

    /// Makes the calls that wait, on another thread.
    public void runElsewhere() {
        if (!waiting.isEmpty()) {
            Thread.ofVirtual().name("speech-delivery").start(this::run);
        }
    }

    /// Returns when no call is being made, and none will be.
    public void close() {
        turn.lock();
        try {
            closed = true;
            waiting.clear();
        } finally {
            turn.unlock();
        }
    }
}
