package dev.pickup.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.pickup.local.lambda.FunctionException.Kind;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One hosted function. Any thread, many at once.
public final class LocalFunction<I, O> {
    /// Lambda's default limit of concurrent executions per account and Region.
    static final int USUAL_CONCURRENCY = 1_000;

    private final String name;
    private final Duration timeout;
    private final RequestHandler<I, O> handler;
    private final ExecutorService invocations;
    private final Semaphore slots;

    LocalFunction(
            String name, Duration timeout, int concurrency, RequestHandler<I, O> handler, ExecutorService invocations) {
        this.name = name;
        this.timeout = timeout;
        this.handler = handler;
        this.invocations = invocations;
        this.slots = new Semaphore(concurrency);
    }

    public String name() {
        return name;
    }

    /// Runs the handler once and waits for its result, at most the function's time-out.
    ///
    /// @throws FunctionException it threw, took too long, or was not run at all
    public O invoke(I event) {
        try {
            return result(invocations.submit(() -> run(event)));
        } catch (RejectedExecutionException e) {
            throw new FunctionException(name, Kind.THROTTLED, e);
        }
    }

    /// The slot is held until the handler ends, also when its caller has stopped waiting.
    private O run(I event) {
        if (!slots.tryAcquire()) {
            throw new FunctionException(name, Kind.THROTTLED);
        }
        try {
            return handler.handleRequest(event, InvocationContext.starting(name, timeout));
        } finally {
            slots.release();
        }
    }

    private O result(Future<O> running) {
        try {
            return running.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            running.cancel(true);
            throw new FunctionException(name, Kind.TIMED_OUT);
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new FunctionException(name, Kind.TIMED_OUT, e);
        }
    }

    private FunctionException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new FunctionException(name, Kind.FAILED);
            case FunctionException notRun -> notRun;
            default -> new FunctionException(name, Kind.FAILED, cause);
        };
    }
}
