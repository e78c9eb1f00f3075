package dev.pickup.media.model.openai;

import dev.pickup.media.model.Deadline;
import dev.pickup.media.replying.LanguageModel.ModelUnavailableException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/// Hands a response body from the HTTP client's threads to the replying one: one delivery at a time, more is
/// asked for when it was taken. Closing it closes the connection, unless the body had come to its end.
final class ByteQueue implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private final BlockingQueue<Delivery> deliveries = new ArrayBlockingQueue<>(2);
    private volatile Optional<Flow.Subscription> subscription = Optional.empty();

    /// Bytes, or the end, regular or not.
    private sealed interface Delivery {
        record Bytes(List<ByteBuffer> buffers) implements Delivery {}

        record End() implements Delivery {}

        record Broken(Throwable cause) implements Delivery {}
    }

    /// The next bytes.
    ///
    /// @throws ModelUnavailableException they did not come in time, or never will
    List<ByteBuffer> next(Deadline deadline) throws InterruptedException {
        Delivery delivery = deliveries.poll(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        return switch (delivery) {
            case Delivery.Bytes(List<ByteBuffer> buffers) -> {
                subscription.ifPresent(each -> each.request(1));
                yield buffers;
            }
            case Delivery.End() -> throw new ModelUnavailableException("The model's answer ended in the middle.");
            case Delivery.Broken(Throwable cause) ->
                throw new ModelUnavailableException("The connection to the model broke.", cause);
            case null -> throw new ModelUnavailableException("The model fell silent in the middle of its answer.");
        };
    }

    @Override
    public void onSubscribe(Flow.Subscription subscribed) {
        subscription = Optional.of(subscribed);
        subscribed.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        deliveries.add(new Delivery.Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        deliveries.add(new Delivery.Broken(cause));
    }

    @Override
    public void onComplete() {
        deliveries.add(new Delivery.End());
    }

    @Override
    public void close() {
        subscription.ifPresent(Flow.Subscription::cancel);
    }
}
