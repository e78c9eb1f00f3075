package dev.pickup.media.session;

import dev.pickup.core.agent.AgentSettings;
import dev.pickup.media.speaking.SpokenForm;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.turn.Opening;
import dev.pickup.media.turn.Phrases;
import java.util.stream.Stream;

/// What an agent is sure to say, or must be able to say without its voice: told and made before it is needed. Blocks as
/// long as [Clips#prepare] does; any thread.
final class Foreseen {
    private Foreseen() {}

    static void prepare(TextToSpeech engine, TextToSpeech.Settings voice, Clips clips, AgentSettings agent) {
        SpokenForm form = new SpokenForm(voice.language(), agent.pronunciations());
        engine.saidOften(
                voice,
                Stream.concat(Opening.clauses(agent).stream(), Opening.phrases().stream())
                        .map(form::of)
                        .toList());
        clips.prepare(voice, agent.fallbackNumber().isPresent() ? Phrases.APOLOGY_TRANSFER : Phrases.APOLOGY_GOODBYE);
    }
}
