package dev.pickup.benchmarks.engine;

import dev.pickup.benchmarks.caption.Caption;
import dev.pickup.benchmarks.caption.LineReader;
import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Reads what callers' frames are captioned with ([LineReader]): an interim for each word, a final for each turn, each
/// as late as a
/// real recognizer's.
final class SimulatedSpeechToText implements SpeechToText {
    private final EngineLatency.Recognition latency;
    private final EngineClock clock;
    private final SplittableRandom seeds = new SplittableRandom(1);

    SimulatedSpeechToText(EngineLatency.Recognition latency, EngineClock clock) {
        this.latency = latency;
        this.clock = clock;
    }

    @Override
    public Stream open(Settings settings, Listener listener) {
        synchronized (seeds) {
            return new Reading(listener, seeds.split());
        }
    }

    @Override
    public String name() {
        return "simulated/speech-to-text";
    }

    /// One caller leg.
    private final class Reading implements Stream {
        private final Listener listener;
        private final SplittableRandom random;
        private final InOrder results = new InOrder(clock);
        private final List<String> words = new ArrayList<>();
        private final LineReader line = new LineReader();
        private long fedMs;
        private long firstMs = -1;
        private long lastMs;
        private int open = -1;

        Reading(Listener listener, SplittableRandom random) {
            this.listener = listener;
            this.random = random;
        }

        @Override
        public synchronized void audio(AudioFrame frame) {
            line.take(frame).ifPresent(this::hear);
            fedMs += AudioFrame.PTIME_MS;
        }

        private void hear(Caption caption) {
            if (open != caption.index()) {
                open = caption.index();
                firstMs = firstMs < 0 ? fedMs : firstMs;
            }
            if (caption.last()) {
                open = -1;
                words.add(caption.text());
                lastMs = fedMs + AudioFrame.PTIME_MS;
                Transcript interim = new Transcript.Interim(String.join(" ", words), firstMs, lastMs);
                results.deliver(latency.wordMs().nextNanos(random), () -> listener.transcript(interim));
            }
        }

        @Override
        public void speechStarted(long atMs) {}

        @Override
        public void speechPaused(long atMs) {}

        @Override
        public synchronized void turnEnded(long atMs) {
            long start = firstMs < 0 ? atMs : firstMs;
            Transcript whole = new Transcript.Final(String.join(" ", words), start, Math.max(lastMs, start));
            words.clear();
            firstMs = -1;
            results.deliver(latency.finalMs().nextNanos(random), () -> listener.transcript(whole));
        }

        @Override
        public synchronized double billableSeconds() {
            return fedMs / 1000.0;
        }

        @Override
        public void close() {
            results.close();
        }
    }
}
