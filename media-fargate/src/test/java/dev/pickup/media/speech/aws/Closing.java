package dev.pickup.media.speech.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Closes clients and services while the next test runs.
public final class Closing {
    private final List<CompletableFuture<Void>> pending = new ArrayList<>();

    public void close(AutoCloseable client, AutoCloseable service) {
        pending.add(CompletableFuture.runAsync(
                () -> {
                    try (service) {
                        client.close();
                    } catch (Exception e) {
                        throw new IllegalStateException("It can be closed", e);
                    }
                },
                Thread::startVirtualThread));
    }

    /// Returns when all are closed.
    public void await() {
        pending.forEach(CompletableFuture::join);
        pending.clear();
    }
}
