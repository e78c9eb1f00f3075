package dev.pickup.media.failover;

import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.Request;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One reply for which providers are asked, one or two at a time, until one has said its first word. Belongs to the
/// replying thread; contenders run on threads of their own and only post.
final class Contest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Contest.class);

    private final Request request;
    private final Patience patience;
    private final LongSupplier nanoTime;
    private final Deque<Provider<LanguageModel>> waiting;
    private final BlockingQueue<Posted> posted = new LinkedBlockingQueue<>(); // bounded by the longest reply
    private final List<Contender> contenders = new ArrayList<>();
    private final Rivals rivals;

    private record Contender(Provider<LanguageModel> provider, Thread thread, long askedAt, boolean first) {}

    private sealed interface Posted {
        record Said(Provider<LanguageModel> provider, Thread by, Event event) implements Posted {}

        record Failed(Provider<LanguageModel> provider, Thread by, RuntimeException fault) implements Posted {}
    }

    Contest(
            Request request,
            List<Provider<LanguageModel>> order,
            Patience patience,
            Rivals rivals,
            LongSupplier nanoTime) {
        this.rivals = rivals;
        this.request = request;
        this.patience = patience;
        this.nanoTime = nanoTime;
        this.waiting = new ArrayDeque<>(order);
    }

    /// Returns when the reply is complete.
    ///
    /// @param silence told how long the one who was asked first said nothing, unless it was given up
    void run(Consumer<Event> events, LongConsumer silence) {
        try {
            ask(waiting.removeFirst(), true);
            Contender winner = firstWord(events, silence);
            follow(winner, events);
        } catch (InterruptedException _) {
            throw new CancellationException("The reply was cancelled.");
        }
    }

    /// Everybody who is still at it gives up.
    @Override
    public void close() {
        contenders.forEach(each -> each.thread().interrupt());
    }

    private Contender firstWord(Consumer<Event> events, LongConsumer silence) throws InterruptedException {
        while (true) {
            Posted next = posted.poll(untilSomethingIsDue(), TimeUnit.NANOSECONDS);
            switch (next) {
                case null -> overdue();
                case Posted.Said(var provider, Thread by, Event event) -> {
                    Optional<Contender> winner = contender(by);
                    if (winner.isPresent()) {
                        won(winner.get(), silence);
                        events.accept(new Event.ServedBy(provider.name()));
                        accept(winner.get(), event, events);
                        return winner.get();
                    }
                }
                case Posted.Failed(var provider, Thread by, RuntimeException fault) -> {
                    if (contender(by).map(contenders::remove).orElse(false)) {
                        provider.breaker().failed();
                        LOG.warn("provider-failed {}: {}", provider.name(), fault.getMessage());
                        replace(fault);
                    }
                }
            }
        }
    }

    /// The others give up. Who was silent for longer than anybody is given, and beaten by another provider that was
    /// asked later, does not work.
    private void won(Contender winner, LongConsumer silence) {
        long now = nanoTime.getAsLong();
        contenders.stream().filter(Contender::first).forEach(each -> silence.accept(now - each.askedAt()));
        contenders.remove(winner);
        contenders.stream()
                .filter(each -> !each.provider().equals(winner.provider()))
                .filter(each -> now - each.askedAt() > patience.askAgainAfter().toNanos())
                .forEach(each -> each.provider().breaker().failed());
        close();
        contenders.clear();
        contenders.add(winner);
    }

    private void follow(Contender winner, Consumer<Event> events) throws InterruptedException {
        while (!contenders.isEmpty()) {
            switch (posted.take()) {
                case Posted.Said(var _, Thread by, Event event) -> {
                    if (by.equals(winner.thread())) {
                        accept(winner, event, events);
                    }
                }
                case Posted.Failed(var provider, Thread by, RuntimeException fault) -> {
                    if (by.equals(winner.thread())) {
                        provider.breaker().failed();
                        throw fault;
                    }
                }
            }
        }
    }

    private void accept(Contender winner, Event event, Consumer<Event> events) {
        events.accept(event);
        if (event instanceof Event.Completed) {
            winner.provider().breaker().worked();
            contenders.clear();
        }
    }

    private void overdue() {
        long now = nanoTime.getAsLong();
        int more = rivals.due(now - contenders.getFirst().askedAt(), contenders.size());
        if (more > 0 && !waiting.isEmpty()) {
            rival(waiting.removeFirst());
        } else {
            for (int i = 0; i < more; i++) { // the quicker of two: who has waited so long cannot wait for a slow one
                rival(contenders.getFirst().provider());
            }
        }
        for (Contender silent : List.copyOf(contenders)) {
            if (!waiting.isEmpty()
                    && now - silent.askedAt() >= patience.switchAfter().toNanos()) {
                contenders.remove(silent);
                silent.thread().interrupt();
                silent.provider().breaker().failed();
                LOG.warn("provider-silent {}", silent.provider().name());
                ask(waiting.removeFirst(), false);
            }
        }
    }

    private void rival(Provider<LanguageModel> provider) {
        LOG.info(
                "provider-late {}: {} is asked too",
                contenders.getFirst().provider().name(),
                provider.name());
        ask(provider, false);
    }

    private void replace(RuntimeException fault) {
        if (!waiting.isEmpty()) {
            ask(waiting.removeFirst(), false);
        } else if (contenders.isEmpty()) {
            throw fault;
        }
    }

    private long untilSomethingIsDue() {
        long now = nanoTime.getAsLong();
        long due = rivals.next(contenders.size())
                .map(silence -> contenders.getFirst().askedAt() + silence.toNanos() - now)
                .orElse(Long.MAX_VALUE);
        for (Contender each : contenders) {
            if (!waiting.isEmpty()) {
                due = Math.min(due, each.askedAt() + patience.switchAfter().toNanos() - now);
            }
        }
        return Math.max(0, due);
    }

    private void ask(Provider<LanguageModel> provider, boolean first) {
        Thread thread = Thread.ofVirtual().name("contender").unstarted(() -> contend(provider));
        contenders.add(new Contender(provider, thread, nanoTime.getAsLong(), first));
        thread.start();
    }

    private void contend(Provider<LanguageModel> provider) {
        Thread self = Thread.currentThread();
        try {
            provider.engine().reply(request, event -> posted.add(new Posted.Said(provider, self, event)));
        } catch (CancellationException _) { // nobody wants to hear it
        } catch (RuntimeException e) {
            posted.add(new Posted.Failed(provider, self, e));
        }
    }

    /// The one that runs on this thread; empty when it was given up and its word comes too late.
    private Optional<Contender> contender(Thread thread) {
        return contenders.stream().filter(each -> each.thread().equals(thread)).findFirst();
    }
}
