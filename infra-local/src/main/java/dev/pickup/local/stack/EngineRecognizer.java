package dev.pickup.local.stack;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToText.SpeechFault;
import dev.pickup.media.listening.SpeechToText.Transcript;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.simulators.transcribe.Recognizer;
import java.util.List;

/// Gives the simulated Transcribe the ears of another engine. Any thread.
record EngineRecognizer(SpeechToText engine, VoiceActivity activity) implements Recognizer {
    private static final float SPEECH = 0.5f;
    private static final int SAMPLES_PER_MS = AudioFrame.SAMPLE_RATE_HZ / 1_000;

    /// Silence after which the engine may settle what it heard, and after which a segment is over. Chosen: the service
    /// cuts at natural pauses.
    private static final long PAUSE_MS = 300;

    private static final long SEGMENT_MS = 700;

    @Override
    public Ear open(String language, Words words) {
        return new Listening(language, words);
    }

    /// One stream: frames for the engine, windows for voice activity. Owned by the stream's thread.
    private final class Listening implements Ear, SpeechToText.Listener {
        private final Words words;
        private final SpeechToText.Stream stream;
        private final VoiceActivity.Detector detector = activity.newDetector();
        private final short[] window = new short[VoiceActivity.WINDOW_SAMPLES];
        private short[] rest = new short[0];
        private int windowed;
        private long fedMs;
        private long speechMs = -1;
        private boolean speaking;

        Listening(String language, Words words) {
            this.words = words;
            this.stream = engine.open(new SpeechToText.Settings(language, List.of()), this);
        }

        @Override
        public void hear(short[] samples) {
            short[] all = java.util.Arrays.copyOf(rest, rest.length + samples.length);
            System.arraycopy(samples, 0, all, rest.length, samples.length);
            int at = 0;
            for (; at + AudioFrame.SAMPLES <= all.length; at += AudioFrame.SAMPLES) {
                stream.audio(AudioFrame.copyOf(all, at));
                fedMs += AudioFrame.PTIME_MS;
                watch(all, at);
            }
            rest = java.util.Arrays.copyOfRange(all, at, all.length);
        }

        @Override
        public void end() {
            if (speechMs >= 0) {
                stream.turnEnded(speechMs);
                speechMs = -1;
            }
        }

        @Override
        public void close() {
            stream.close();
            detector.close();
        }

        @Override
        public void transcript(Transcript heard) {
            if (!heard.text().isBlank()) {
                words.heard(heard.text(), heard.startMs(), heard.endMs(), heard instanceof Transcript.Final);
            }
        }

        /// The service's clients see a stream that falls silent, as they would.
        @Override
        public void failed(SpeechFault fault) {}

        private void watch(short[] samples, int from) {
            int copied = Math.min(AudioFrame.SAMPLES, window.length - windowed);
            System.arraycopy(samples, from, window, windowed, copied);
            windowed += copied;
            if (windowed < window.length) {
                return;
            }
            judge(detector.probability(window, 0) >= SPEECH);
            windowed = AudioFrame.SAMPLES - copied;
            System.arraycopy(samples, from + copied, window, 0, windowed);
        }

        private void judge(boolean speech) {
            if (speech && !speaking) {
                speaking = true;
                stream.speechStarted(Math.max(0, fedMs - window.length / SAMPLES_PER_MS));
            }
            if (speech) {
                speechMs = fedMs;
            } else if (speechMs >= 0 && speaking && fedMs - speechMs >= PAUSE_MS) {
                speaking = false;
                stream.speechPaused(speechMs);
            } else if (speechMs >= 0 && !speaking && fedMs - speechMs >= SEGMENT_MS) {
                end();
            }
        }
    }
}
