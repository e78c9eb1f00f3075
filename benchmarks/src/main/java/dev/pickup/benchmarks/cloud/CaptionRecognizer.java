package dev.pickup.benchmarks.cloud;

import dev.pickup.benchmarks.caption.Caption;
import dev.pickup.benchmarks.caption.LineReader;
import dev.pickup.media.audio.AudioFrame;
import dev.pickup.simulators.transcribe.Recognizer;
import java.util.ArrayList;
import java.util.List;

/// Ears of the simulated Transcribe: reads what callers' frames are captioned with. A segment ends at a pause, as at
/// the service. Any thread.
final class CaptionRecognizer implements Recognizer {
    private static final long PAUSE_MS = 500;

    @Override
    public Ear open(String language, Words words) {
        return new Reading(words);
    }

    /// One stream; owned by its thread. Audio comes in whole frames.
    private static final class Reading implements Ear {
        private final Words words;
        private final LineReader line = new LineReader();
        private final List<String> heard = new ArrayList<>();
        private long fedMs;
        private long firstMs = -1;
        private long lastMs;

        Reading(Words words) {
            this.words = words;
        }

        @Override
        public void hear(short[] samples) {
            for (int at = 0; at + AudioFrame.SAMPLES <= samples.length; at += AudioFrame.SAMPLES) {
                long startMs = fedMs;
                fedMs += AudioFrame.PTIME_MS;
                line.take(AudioFrame.copyOf(samples, at)).ifPresent(caption -> read(caption, startMs));
                if (!heard.isEmpty() && fedMs - lastMs >= PAUSE_MS) {
                    end();
                }
            }
        }

        private void read(Caption caption, long startMs) {
            firstMs = firstMs < 0 ? startMs : firstMs;
            if (caption.last()) {
                heard.add(caption.text());
                lastMs = fedMs;
                words.heard(String.join(" ", heard), firstMs, lastMs, false);
            }
        }

        @Override
        public void end() {
            if (!heard.isEmpty()) {
                words.heard(String.join(" ", heard), firstMs, lastMs, true);
                heard.clear();
                firstMs = -1;
            }
        }

        @Override
        public void close() {}
    }
}
