package dev.pickup.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Runs functions of one account: every invocation on a virtual thread of its own. Any thread; close it once, which
/// lets running invocations end for [#DRAIN].
public final class LambdaHost implements AutoCloseable {
    /// How long `close` waits before it interrupts what still runs.
    public static final Duration DRAIN = Duration.ofSeconds(10);

    private final ExecutorService invocations = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("lambda-", 0).factory());

    /// A function with Lambda's default limit of 1,000 invocations at once.
    public <I, O> LocalFunction<I, O> host(String name, Duration timeout, RequestHandler<I, O> handler) {
        return new LocalFunction<>(name, timeout, LocalFunction.USUAL_CONCURRENCY, handler, invocations);
    }

    /// A function with reserved concurrency.
    public <I, O> LocalFunction<I, O> host(
            String name, Duration timeout, int concurrency, RequestHandler<I, O> handler) {
        return new LocalFunction<>(name, timeout, concurrency, handler, invocations);
    }

    @Override
    public void close() {
        invocations.shutdown();
        try {
            if (!invocations.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                invocations.shutdownNow();
            }
        } catch (InterruptedException e) {
            invocations.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
