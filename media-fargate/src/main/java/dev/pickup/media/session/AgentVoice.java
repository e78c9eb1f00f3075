package dev.pickup.media.session;

import dev.pickup.core.agent.AgentSettings;
import dev.pickup.media.speaking.SpokenForm;
import dev.pickup.media.speaking.TextToSpeech;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How an agent sounds in each language that it speaks. Immutable.
final class AgentVoice {
    private final Manner own;
    private final Map<String, Manner> others;

    /// @param settings for the engine, which chooses another voice where the agent's does not speak the language
    /// @param form     how text is written for it
    record Manner(TextToSpeech.Settings settings, SpokenForm form) {}

    AgentVoice(AgentSettings agent) {
        this.own = manner(agent, agent.language());
        this.others = agent.engines().otherLanguages().stream()
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), language -> manner(agent, language)));
    }

    Manner own() {
        return own;
    }

    /// @param language BCP 47; empty, or one that the agent does not speak: its own
    Manner in(Optional<String> language) {
        return language.map(others::get).orElse(own);
    }

    /// All of them, its own first.
    Stream<Manner> all() {
        return Stream.concat(Stream.of(own), others.values().stream());
    }

    private static Manner manner(AgentSettings agent, String language) {
        return new Manner(
                new TextToSpeech.Settings(agent.voice(), language), new SpokenForm(language, agent.pronunciations()));
    }
}
