package dev.pickup.media.speech.transcribe;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToText.SpeechFault;
import dev.pickup.media.listening.SpeechToText.Transcript;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.simulators.transcribe.Recognizer;
import java.util.List;

/// Lets the simulated service hear what scripted callers say. A segment ends after 600 ms of silence.
public final class CodedWordRecognizer implements Recognizer {
    private static final int LOUD = 200;
    private static final long PAUSE_MS = 600;

    @Override
    public Ear open(String language, Words words) {
        return new Reader(words);
    }

    private static final class Reader implements Ear, SpeechToText.Listener {
        private final Words words;
        private final SpeechToText.Stream stream =
                new ScriptedSpeech().speechToText().open(new SpeechToText.Settings("en-US", List.of()), this);
        private long fedMs;
        private long soundMs = -1;

        Reader(Words words) {
            this.words = words;
        }

        @Override
        public void hear(short[] samples) {
            for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
                AudioFrame frame = AudioFrame.copyOf(samples, at);
                boolean sound = Math.abs(frame.sample(0)) + Math.abs(frame.sample(7)) > LOUD;
                if (sound && soundMs < 0) {
                    stream.speechStarted(fedMs);
                }
                stream.audio(frame);
                fedMs += AudioFrame.PTIME_MS;
                soundMs = sound ? fedMs : soundMs;
                if (soundMs >= 0 && fedMs - soundMs >= PAUSE_MS) {
                    end();
                }
            }
        }

        @Override
        public void end() {
            if (soundMs >= 0) {
                stream.turnEnded(soundMs);
                soundMs = -1;
            }
        }

        @Override
        public void close() {
            stream.close();
        }

        @Override
        public void transcript(Transcript heard) {
            if (!heard.text().isEmpty()) {
                words.heard(heard.text(), heard.startMs(), heard.endMs(), heard instanceof Transcript.Final);
            }
        }

        @Override
        public void failed(SpeechFault fault) {
            throw new IllegalStateException(fault.sentence());
        }
    }
}
