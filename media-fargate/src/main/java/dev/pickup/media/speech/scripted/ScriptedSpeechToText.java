package dev.pickup.media.speech.scripted;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.speech.Deliveries;

/// Reads the words that travel beside the silence: an interim for each new word, the final when the turn ends.
final class ScriptedSpeechToText implements SpeechToText {
    @Override
    public Stream open(Settings settings, Listener listener) {
        return new ReadingStream(listener);
    }

    @Override
    public String name() {
        return "scripted/speech-to-text";
    }

    private static final class ReadingStream implements Stream {
        private final Listener listener;
        private final Deliveries deliveries = new Deliveries();
        private final WordScanner scanner = new WordScanner();
        private final HeardWords heard = new HeardWords();
        private long fedMs;
        private long startMs;

        ReadingStream(Listener listener) {
            this.listener = listener;
        }

        @Override
        public synchronized void audio(AudioFrame frame) {
            fedMs += AudioFrame.PTIME_MS;
            scanner.next(frame).filter(heard::add).ifPresent(_ -> {
                Transcript interim = new Transcript.Interim(heard.text(), startMs, fedMs);
                deliver(interim);
            });
        }

        @Override
        public synchronized void speechStarted(long atMs) {
            if (heard.text().isEmpty()) {
                startMs = atMs;
            }
        }

        @Override
        public void speechPaused(long atMs) {}

        @Override
        public synchronized void turnEnded(long atMs) {
            deliver(new Transcript.Final(heard.take(), startMs, atMs));
            startMs = atMs;
        }

        @Override
        public synchronized double billableSeconds() {
            return fedMs / 1000.0;
        }

        @Override
        public void close() {
            deliveries.close();
        }

        private void deliver(Transcript transcript) {
            deliveries.add(() -> listener.transcript(transcript));
            deliveries.runElsewhere();
        }
    }
}
