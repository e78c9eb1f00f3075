package dev.pickup.media.session;

import dev.pickup.core.agent.AgentSettings;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.turn.Opening;
import dev.pickup.media.turn.Phrases;
import java.util.List;

/// What an agent is sure to say, or must be able to say without its voice: told and made before it is needed. Blocks as
/// long as [Clips#prepare] does; any thread.
final class Foreseen {
    private Foreseen() {}

    /// Phrases are told in each language that the agent answers in; greeting and apology are in its own.
    static void prepare(TextToSpeech engine, AgentVoice voice, Clips clips, AgentSettings agent) {
        engine.saidOften(voice.own().settings(), written(voice.own(), Opening.clauses(agent)));
        voice.all()
                .forEach(manner -> engine.saidOften(
                        manner.settings(),
                        written(manner, Opening.phrases(manner.settings().language()))));
        String apology = agent.fallbackNumber().isPresent() ? Phrases.APOLOGY_TRANSFER : Phrases.APOLOGY_GOODBYE;
        clips.prepare(
                voice.own().settings(), Phrases.in(agent.language(), apology).orElse(apology));
    }

    private static List<String> written(AgentVoice.Manner manner, List<String> clauses) {
        return clauses.stream().map(manner.form()::of).toList();
    }
}
