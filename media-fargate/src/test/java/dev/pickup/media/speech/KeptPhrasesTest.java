package dev.pickup.media.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.speaking.PhraseCache;
import dev.pickup.media.speaking.PhraseCache.Phrase;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.TextToSpeechContract;
import dev.pickup.media.speaking.VoiceHeard;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPhrasesTest extends TextToSpeechContract {
    private static final TextToSpeech.Settings AGENT = new TextToSpeech.Settings("", "en-US");
    private static final String GREETING = "Thank you for calling.";
    private static final long LIMIT_SECONDS = 60;

    private final TextToSpeech voice = new ScriptedSpeech().textToSpeech();

    @TempDir
    private Path folder;

    private PhraseCache cache;
    private KeptPhrases kept;

    @BeforeEach
    void begin() {
        cache = new FolderPhraseCache(folder.resolve("phrases"));
        kept = new KeptPhrases(voice, cache);
    }

    @Override
    protected TextToSpeech engine() {
        return kept;
    }

    @Test
    void whatIsSaidOftenIsMadeOnceAndCostsNothingAfterwards() throws Exception {
        keepGreeting();
        VoiceHeard heard = say(GREETING);

        assertThat(heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS)).isZero();
        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo(GREETING);
        assertThat(heard.clausesDone()).containsExactly(0);
    }

    @Test
    void whatFollowsAKeptBeginningIsSpokenByTheEngineAfterIt() throws Exception {
        keepGreeting();
        VoiceHeard heard = say(GREETING, "How can I help?", GREETING);

        assertThat(heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(37L);
        assertThat(heard.order()).isSorted();
        assertThat(ScriptedSpeech.wordsIn(heard.sound(1))).isEqualTo("How can I help?");
        assertThat(heard.clausesDone()).containsExactly(0, 1, 2);
    }

    @Test
    void anotherTaskFindsWhatWasKept() throws Exception {
        keepGreeting();
        KeptPhrases other = new KeptPhrases(new Mute(), cache);
        other.saidOften(AGENT, List.of(GREETING));

        await().atMost(Duration.ofSeconds(LIMIT_SECONDS)).untilAsserted(() -> {
            VoiceHeard heard = new VoiceHeard();
            TextToSpeech.Utterance utterance = other.open(AGENT, heard);
            utterance.clause(0, GREETING);
            utterance.end();
            assertThat(heard.done().get(1, TimeUnit.SECONDS)).isZero();
        });
    }

    @Test
    void whatIsKeptIsSaidThoughTheEngineIsBrokenAndTheRestFails() throws Exception {
        keepGreeting();
        KeptPhrases broken = new KeptPhrases(new Broken(), cache);
        broken.saidOften(AGENT, List.of(GREETING));

        await().atMost(Duration.ofSeconds(LIMIT_SECONDS)).untilAsserted(() -> {
            VoiceHeard heard = new VoiceHeard();
            TextToSpeech.Utterance utterance = broken.open(AGENT, heard);
            utterance.clause(0, GREETING);
            utterance.clause(1, "How can I help?");
            assertThat(heard.done()).failsWithin(Duration.ofSeconds(LIMIT_SECONDS));
            assertThat(heard.clausesDone()).containsExactly(0);
        });
    }

    @Test
    void otherWordsVoicesAndLanguagesAreOtherPhrases() {
        Phrase greeting = new Phrase("scripted", "", "en-US", GREETING);

        assertThat(greeting.id())
                .hasSize(64)
                .isNotEqualTo(new Phrase("scripted", "", "en-US", GREETING + " ").id())
                .isNotEqualTo(new Phrase("scripted", "Amy", "en-US", GREETING).id())
                .isNotEqualTo(new Phrase("scripted", "", "en-GB", GREETING).id());
    }

    private void keepGreeting() {
        kept.saidOften(AGENT, List.of(GREETING));
        await().atMost(Duration.ofSeconds(LIMIT_SECONDS))
                .until(() -> cache.find(new Phrase(voice.name(), "", "en-US", GREETING))
                        .isPresent());
        await().atMost(Duration.ofSeconds(LIMIT_SECONDS))
                .untilAsserted(() -> assertThat(say(GREETING).done().get(LIMIT_SECONDS, TimeUnit.SECONDS))
                        .isZero());
    }

    private VoiceHeard say(String... clauses) {
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = kept.open(AGENT, heard);
        for (int i = 0; i < clauses.length; i++) {
            utterance.clause(i, clauses[i]);
        }
        utterance.end();
        return heard;
    }

    /// The same engine by name, which fails before it is given anything.
    private static final class Broken implements TextToSpeech {
        @Override
        public Utterance open(Settings settings, Listener listener) {
            listener.failed("engine-failed", "It is broken.");
            return new Mute().open(settings, listener);
        }

        @Override
        public String name() {
            return "scripted/text-to-speech";
        }
    }

    @Test
    void howLongACallerHasWaitedIsToldToTheEngine() {
        Mute mute = new Mute();
        new KeptPhrases(mute, cache).open(AGENT, new VoiceHeard()).awaited(Duration.ofSeconds(2));

        assertThat(mute.awaited).containsExactly(Duration.ofSeconds(2));
    }

    /// The same engine by name, which says nothing.
    private static final class Mute implements TextToSpeech {
        final List<Duration> awaited = new ArrayList<>();

        @Override
        public Utterance open(Settings settings, Listener listener) {
            return new Utterance() {
                @Override
                public void clause(int clause, String text) {}

                @Override
                public void awaited(Duration silence) {
                    awaited.add(silence);
                }

                @Override
                public void end() {}

                @Override
                public void cancel() {}
            };
        }

        @Override
        public String name() {
            return "scripted/text-to-speech";
        }
    }
}
