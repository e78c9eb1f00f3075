package dev.pickup.media.speech.scripted;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.Deliveries;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets text travel beside silence, as long as it would take to say it; all audio of a clause comes at once.
final class ScriptedTextToSpeech implements TextToSpeech {
    private final AtomicInteger utterances;

    ScriptedTextToSpeech(AtomicInteger utterances) {
        this.utterances = utterances;
    }

    @Override
    public Utterance open(Settings settings, Listener listener) {
        return new WrittenUtterance(utterances.incrementAndGet(), listener);
    }

    @Override
    public String name() {
        return "scripted/text-to-speech";
    }

    private static final class WrittenUtterance implements Utterance {
        private final Listener listener;
        private final Deliveries deliveries = new Deliveries();
        private final SpokenWords words;
        private long characters;

        WrittenUtterance(int utterance, Listener listener) {
            this.listener = listener;
            words = new SpokenWords(utterance);
        }

        @Override
        public synchronized void clause(int clause, String text) {
            characters += text.length();
            SpokenWords.Sound sound = words.say(text);
            deliveries.add(() -> {
                if (!sound.frames().isEmpty()) {
                    listener.audio(clause, sound.samples());
                }
                listener.clauseDone(clause, sound.words());
            });
            deliveries.runElsewhere();
        }

        @Override
        public synchronized void end() {
            long charged = characters;
            deliveries.add(() -> listener.done(charged));
            deliveries.runElsewhere();
        }

        @Override
        public void cancel() {
            deliveries.close();
        }
    }
}
