package dev.pickup.media.speech.scripted;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.speaking.TextToSpeech;
import java.util.concurrent.atomic.AtomicInteger;

/// The scripted engines. Any thread; as many calls as wanted.
public final class ScriptedSpeech {
    private final AtomicInteger utterances = new AtomicInteger();

    public VoiceActivity voiceActivity() {
        return new ScriptedVoiceActivity();
    }

    public SpeechToText speechToText() {
        return new ScriptedSpeechToText();
    }

    public TextToSpeech textToSpeech() {
        return new ScriptedTextToSpeech(utterances);
    }

    /// What a simulated caller says: 16 kHz mono, whole frames of 20 ms.
    public short[] callerSays(String text) {
        return new SpokenWords(utterances.incrementAndGet()).say(text).samples();
    }

    /// The words that can be heard in `samples`, 16 kHz mono; empty when there are none.
    public static String wordsIn(short[] samples) {
        WordScanner scanner = new WordScanner();
        HeardWords heard = new HeardWords();
        for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
            scanner.next(AudioFrame.copyOf(samples, at)).ifPresent(heard::add);
        }
        scanner.next(AudioFrame.SILENCE).ifPresent(heard::add);
        return heard.text();
    }
}
