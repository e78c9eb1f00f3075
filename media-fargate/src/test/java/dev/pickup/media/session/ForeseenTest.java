package dev.pickup.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.AgentSettingsBuilder;
import dev.pickup.core.agent.AgentTemplates;
import dev.pickup.core.agent.EngineWishes;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.media.turn.Phrases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForeseenTest {
    private static final TextToSpeech.Settings VOICE = new TextToSpeech.Settings("", "en-US");
    private static final AgentSettings AGENT = AgentSettingsBuilder.builder(AgentTemplates.CLINIC.settings())
            .greeting("Dr. Nguyen's office. How can I help?")
            .disclosure("This call is recorded.")
            .pronunciations(Map.of("Nguyen", "win"))
            .fallbackNumber(Optional.empty())
            .build();

    private final Told engine = new Told(new ScriptedSpeech().textToSpeech(), new ArrayList<>(), new HashMap<>());
    private final Clips clips = new Clips(engine);

    @Test
    void theVoiceIsToldWhatEveryCallBeginsWithAsItWillBeSpoken() {
        Foreseen.prepare(engine, new AgentVoice(AGENT), clips, AGENT);

        assertThat(engine.often())
                .contains("How can I help?", "This call is recorded.", Phrases.STILL_THERE)
                .anySatisfy(clause -> assertThat(clause).contains("win").doesNotContain("Nguyen"));
    }

    @Test
    void theApologyIsMadeThatFitsWhatWillFollowIt() {
        Foreseen.prepare(engine, new AgentVoice(AGENT), clips, AGENT);
        assertThat(clips.find(VOICE, Phrases.APOLOGY_GOODBYE)).isPresent();
        assertThat(clips.find(VOICE, Phrases.APOLOGY_TRANSFER)).isEmpty();

        AgentSettings withFallback = AgentSettingsBuilder.builder(AGENT)
                .fallbackNumber(Optional.of(new PhoneNumber("+14155550100")))
                .build();
        Foreseen.prepare(engine, new AgentVoice(withFallback), clips, withFallback);
        assertThat(clips.find(VOICE, Phrases.APOLOGY_TRANSFER)).isPresent();
    }

    @Test
    void phrasesAreToldInEachLanguageThatTheyWereWrittenIn() {
        AgentSettings multilingual = AgentSettingsBuilder.builder(AGENT)
                .engines(new EngineWishes(List.of("es-US", "nl-NL"), false, Optional.empty()))
                .build();
        Foreseen.prepare(engine, new AgentVoice(multilingual), clips, multilingual);

        assertThat(engine.often()).contains(Phrases.STILL_THERE, "¿Sigue ahí?");
        assertThat(engine.languages()).containsEntry("¿Sigue ahí?", "es-US");
        assertThat(engine.languages()).containsEntry(Phrases.STILL_THERE, "en-US");
        assertThat(engine.languages().values()).doesNotContain("nl-NL");
    }

    /// A voice that remembers what it was told of.
    private record Told(TextToSpeech voice, List<String> often, Map<String, String> languages) implements TextToSpeech {
        @Override
        public Utterance open(Settings settings, Listener listener) {
            return voice.open(settings, listener);
        }

        @Override
        public void saidOften(Settings settings, List<String> clauses) {
            often.addAll(clauses);
            clauses.forEach(clause -> languages.put(clause, settings.language()));
        }

        @Override
        public String name() {
            return voice.name();
        }
    }
}
