package dev.pickup.benchmarks.engine;

import dev.pickup.media.replying.LanguageModel;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Writes one of a few replies of a usual length, as slowly as a real model. Understands nothing, and needs not to.
final class SimulatedModel implements LanguageModel {
    private final EngineLatency.Model latency;
    private final SplittableRandom seeds = new SplittableRandom(2);

    SimulatedModel(EngineLatency.Model latency) {
        this.latency = latency;
    }

    @Override
    public void reply(Request request, Consumer<Event> events) {
        SplittableRandom random;
        synchronized (seeds) {
            random = seeds.split();
        }
        List<String> tokens = UsualReplies.next(random);
        long start = System.nanoTime() + latency.firstTokenMs().nextNanos(random);
        for (int i = 0; i < tokens.size(); i++) {
            sleepUntil(start + (long) (i * 1e9 / latency.tokensPerSecond()));
            events.accept(new Event.Token(tokens.get(i)));
        }
        events.accept(new Event.Completed(StopReason.END_OF_REPLY, new Usage(500, tokens.size(), 0)));
    }

    @Override
    public String name() {
        return "simulated/model";
    }

    private static void sleepUntil(long dueNanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(dueNanos - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
