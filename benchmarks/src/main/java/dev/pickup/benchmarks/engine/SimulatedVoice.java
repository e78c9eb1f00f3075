package dev.pickup.benchmarks.engine;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.speaking.TextToSpeech;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Says each clause as a hum of its length, in pieces that come as fast as a real voice's.
final class SimulatedVoice implements TextToSpeech {
    /// Pace of a person who speaks to be understood.
    private static final int CHARACTERS_PER_SECOND = 15;

    private static final int PIECE_SAMPLES = AudioFrame.SAMPLE_RATE_HZ / 5;

    private final EngineLatency.Voice latency;
    private final EngineClock clock;
    private final SplittableRandom seeds = new SplittableRandom(3);
    private final short[] hum = hum();

    SimulatedVoice(EngineLatency.Voice latency, EngineClock clock) {
        this.latency = latency;
        this.clock = clock;
    }

    @Override
    public Utterance open(Settings settings, Listener listener) {
        synchronized (seeds) {
            return new Humming(listener, seeds.split());
        }
    }

    @Override
    public String name() {
        return "simulated/text-to-speech";
    }

    /// 120 Hz and its harmonics at -20 dBFS, a whole number of periods in every piece.
    private static short[] hum() {
        short[] hum = new short[PIECE_SAMPLES];
        for (int i = 0; i < hum.length; i++) {
            double angle = 2 * Math.PI * 120 * i / AudioFrame.SAMPLE_RATE_HZ;
            hum[i] = (short) (3_000 * Math.cos(angle) + 1_500 * Math.cos(2 * angle) + 700 * Math.cos(3 * angle));
        }
        return hum;
    }

    /// One reply.
    private final class Humming implements Utterance {
        private final Listener listener;
        private final SplittableRandom random;
        private final InOrder sounds = new InOrder(clock);
        private long characters;

        Humming(Listener listener, SplittableRandom random) {
            this.listener = listener;
            this.random = random;
        }

        @Override
        public synchronized void clause(int clause, String text) {
            characters += text.length();
            int samples = Math.max(1, text.length()) * AudioFrame.SAMPLE_RATE_HZ / CHARACTERS_PER_SECOND;
            long firstNanos = latency.firstAudioMs().nextNanos(random);
            for (int from = 0; from < samples; from += PIECE_SAMPLES) {
                int length = Math.min(PIECE_SAMPLES, samples - from);
                double madeNanos = from * 1e9 / AudioFrame.SAMPLE_RATE_HZ / latency.timesRealTime();
                sounds.deliver(firstNanos + (long) madeNanos, () -> listener.audio(clause, Arrays.copyOf(hum, length)));
            }
            List<WordTiming> words = words(text);
            sounds.deliver(0, () -> listener.clauseDone(clause, words));
        }

        @Override
        public synchronized void end() {
            long charged = characters;
            sounds.deliver(0, () -> listener.done(charged));
        }

        @Override
        public void cancel() {
            sounds.close();
        }

        private static List<WordTiming> words(String text) {
            List<WordTiming> words = new ArrayList<>();
            int at = 0;
            for (String word : text.split(" ", -1)) {
                long fromMs = at * 1_000L / CHARACTERS_PER_SECOND;
                at += word.length();
                words.add(new WordTiming(word, fromMs, at * 1_000L / CHARACTERS_PER_SECOND));
                at++;
            }
            return words;
        }
    }
}
