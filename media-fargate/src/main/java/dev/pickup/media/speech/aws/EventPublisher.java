package dev.pickup.media.speech.aws;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// What we send on a stream, handed over as the client asks for it. Any thread; one subscriber.
///
/// Source: Reactive Streams 1.0.4, rules 1.1 (demand), 1.3 (one signal at a time), 1.9 (`onSubscribe` first).
public final class EventPublisher<T> implements Publisher<T> {
    private final Queue<T> waiting = new ArrayDeque<>();
    private @Nullable Subscriber<? super T> subscriber;
    private long demand;
    private boolean ready;
    private boolean signalling;
    private boolean complete;
    private boolean over;

    /// Sends `event` after those before it; ignored once the stream is over.
    public void send(T event) {
        synchronized (waiting) {
            if (over || complete) {
                return;
            }
            waiting.add(event);
        }
        drain();
    }

    /// Nothing more comes.
    public void complete() {
        synchronized (waiting) {
            complete = true;
        }
        drain();
    }

    /// How many events the client did not ask for yet.
    public int backlog() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    @Override
    public void subscribe(Subscriber<? super T> newcomer) {
        boolean taken;
        synchronized (waiting) {
            taken = subscriber != null;
            if (!taken) {
                subscriber = newcomer;
            }
        }
        newcomer.onSubscribe(taken ? new Nothing() : new Demand());
        if (taken) {
            newcomer.onError(new IllegalStateException("This stream has its subscriber: it cannot be sent twice."));
            return;
        }
        synchronized (waiting) {
            ready = true;
        }
        drain();
    }

    /// One thread signals; whoever comes meanwhile leaves the work to it.
    private void drain() {
        synchronized (waiting) {
            if (signalling || !ready || over) {
                return;
            }
            signalling = true;
        }
        while (signalNext()) {}
    }

    private boolean signalNext() {
        T event;
        Subscriber<? super T> target;
        synchronized (waiting) {
            target = subscriber;
            boolean may = demand > 0 && !over;
            event = may ? waiting.poll() : null;
            boolean end = event == null && complete && waiting.isEmpty() && !over;
            if (end) {
                over = true;
            }
            if ((event == null && !end) || target == null) {
                signalling = false;
                return false;
            }
            demand -= event == null ? 0 : 1;
        }
        if (event == null) {
            target.onComplete();
            return false;
        }
        target.onNext(event);
        return true;
    }

    private final class Demand implements Subscription {
        @Override
        public void request(long count) {
            synchronized (waiting) {
                demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            }
            drain();
        }

        @Override
        public void cancel() {
            synchronized (waiting) {
                over = true;
                waiting.clear();
            }
        }
    }

    private static final class Nothing implements Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }
}
