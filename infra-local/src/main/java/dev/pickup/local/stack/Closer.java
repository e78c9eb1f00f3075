package dev.pickup.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;

/// Ends what was started, last first, all of it, even when one of them throws. One thread at a time.
final class Closer implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /// Registered where it is opened.
    synchronized <T extends AutoCloseable> T register(T resource) {
        started.push(resource);
        return resource;
    }

    /// Harmless when repeated.
    @Override
    public synchronized void close() {
        RuntimeException failures = new IllegalStateException("Not everything could be stopped");
        while (!started.isEmpty()) {
            closeOne(started.pop(), failures);
        }
        if (failures.getSuppressed().length > 0) {
            throw failures;
        }
    }

    /// Closes because of `cause`, which stays the fault to report.
    void closeAfter(Throwable cause) {
        try {
            close();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private static void closeOne(AutoCloseable resource, RuntimeException failures) {
        try {
            resource.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures.addSuppressed(e);
        } catch (Exception e) {
            failures.addSuppressed(e);
        }
    }
}
