package dev.pickup.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.media.turn.Fact;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarsTest {
    private final ScriptedSpeech speech = new ScriptedSpeech();

    @Test
    void audioThatComesInTimeIsNotBehind() {
        try (Ears ears = ears()) {
            assertThat(ears.behindMs(700)).as("nothing has come yet").isZero();
            hear(ears, 1_000, 50);

            assertThat(ears.behindMs(1_000)).isZero();
            assertThat(ears.behindMs(1_020)).as("a frame is on its way").isZero();
        }
    }

    @Test
    void whatTheNetworkHoldsBackIsNotHeardYet() {
        try (Ears ears = ears()) {
            hear(ears, 1_000, 50);

            assertThat(ears.behindMs(1_320)).isEqualTo(300);
            hear(ears, 1_320, 16);
            assertThat(ears.behindMs(1_320)).as("it came all at once").isZero();
        }
    }

    @Test
    void aLineThatGivesNothingIsNotWaitedForForEver() {
        try (Ears ears = ears()) {
            hear(ears, 1_000, 50);

            assertThat(ears.behindMs(9_000)).isEqualTo(500);
        }
    }

    @Test
    void aTranscriptTakesItsLanguageAlong() {
        try (Ears ears = ears()) {
            assertThat(ears.transcribed(message(Optional.of("es-US"))))
                    .contains(new Fact.Transcribed("hola", 0, 400, true, "es-US"));
            assertThat(ears.transcribed(message(Optional.empty())))
                    .contains(new Fact.Transcribed("hola", 0, 400, true, ""));
        }
    }

    private static Message.Recognized message(Optional<String> language) {
        return new Message.Recognized(0, new SpeechToText.Transcript.Final("hola", 0, 400, language));
    }

    private Ears ears() {
        SpeechToText.Settings settings = new SpeechToText.Settings("en-US", List.of(), List.of(), false);
        return new Ears(speech.voiceActivity(), speech.speechToText(), settings, Optional.empty(), new Mailbox());
    }

    /// The first frames came one every 20 ms, the last of them at `untilMs`; later ones all at once.
    private static void hear(Ears ears, double untilMs, int frames) {
        boolean first = ears.behindMs(1e9) == 0;
        for (int i = frames - 1; i >= 0; i--) {
            ears.hear(AudioFrame.SILENCE, first ? untilMs - i * AudioFrame.PTIME_MS : untilMs);
        }
    }
}
