package dev.pickup.benchmarks.engine;

import dev.pickup.media.replying.LanguageModel;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Writes one of a few replies of a usual length, as slowly as a real model. Understands nothing, and needs not to.
final class SimulatedModel implements LanguageModel {
    private static final List<String> REPLIES = List.of(
            "We are open from nine to five. Would you like to come in this week?",
            "There is a place free on Tuesday at three. Shall I book it for you?",
            "Thank you, I have written that down. Is there anything else I can do?",
            "A first visit is ninety dollars. Please bring the letter of your doctor along.",
            "Yes, there is a car park behind the house. The first hour is free.");

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
        String reply = REPLIES.get(random.nextInt(REPLIES.size()));
        String[] tokens = reply.splitWithDelimiters("(?<= )", 0);
        long start = System.nanoTime() + latency.firstTokenMs().nextNanos(random);
        for (int i = 0; i < tokens.length; i++) {
            sleepUntil(start + (long) (i * 1e9 / latency.tokensPerSecond()));
            events.accept(new Event.Token(tokens[i]));
        }
        events.accept(new Event.Completed(StopReason.END_OF_REPLY, new Usage(500, tokens.length, 0)));
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
