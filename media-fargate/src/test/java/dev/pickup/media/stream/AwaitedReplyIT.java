package dev.pickup.media.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.Engines;
import dev.pickup.media.MediaSettings;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a call tells its engines of the caller's patience.
class AwaitedReplyIT {
    private final List<Duration> modelTold = new CopyOnWriteArrayList<>();
    private final List<Duration> voiceTold = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    /// Nothing is written ahead: the model is asked when the turn is over, which takes a third of a second of silence.
    @Test
    void modelAndVoiceAreToldHowLongTheCallerHasHeardNothing() throws Exception {
        MediaSettings settings = ServedTask.settings().withSpeculations(0);
        try (ServedTask served = new ServedTask(settings, folder, TestAgent.SETTINGS, this::engines)) {
            FakeClaims.Offer offer = served.claims.offer();
            try (WireCaller caller = WireCaller.call(served.port(), offer)) {
                caller.awaitTurn("this is the clinic.", 1);
                voiceTold.clear();
                caller.say(served.speech, "what are your opening hours");
                caller.awaitTurn("That is all I know.", 1);
                served.hangUp(caller, offer);
                served.awaitClosed(offer.call());
            }
        }

        assertThat(modelTold)
                .isNotEmpty()
                .allSatisfy(silence -> assertThat(silence).isBetween(Duration.ofMillis(200), Duration.ofMinutes(1)));
        assertThat(voiceTold.getFirst()).isGreaterThanOrEqualTo(modelTold.getFirst());
    }

    private Engines engines(ScriptedSpeech speech) {
        return new Engines(
                speech.voiceActivity(), speech.speechToText(), new Attentive(), new Listening(speech.textToSpeech()));
    }

    private final class Attentive implements LanguageModel {
        private final LanguageModel echo = new EchoModel();

        @Override
        public void reply(Request request, Consumer<Event> events) {
            modelTold.add(request.silence());
            echo.reply(request, events);
        }

        @Override
        public String name() {
            return echo.name();
        }
    }

    private final class Listening implements TextToSpeech {
        private final TextToSpeech voice;

        Listening(TextToSpeech voice) {
            this.voice = voice;
        }

        @Override
        public Utterance open(Settings settings, Listener listener) {
            Utterance utterance = voice.open(settings, listener);
            return new Utterance() {
                @Override
                public void clause(int clause, String text) {
                    utterance.clause(clause, text);
                }

                @Override
                public void awaited(Duration silence) {
                    voiceTold.add(silence);
                }

                @Override
                public void end() {
                    utterance.end();
                }

                @Override
                public void cancel() {
                    utterance.cancel();
                }
            };
        }

        @Override
        public String name() {
            return voice.name();
        }
    }
}
