package dev.pickup.media.turn;

import dev.pickup.core.agent.AgentSettings;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;

/// What a conversation is told about the agent, and how long it waits for whom. Immutable.
///
/// @param greeting       first words
/// @param disclosure     spoken after them, cannot be interrupted; empty for none
/// @param language       BCP 47
/// @param hasFallback    whether there is a number to go to when nothing else works
/// @param silencePrompt  silence after which we ask whether the caller is there
/// @param silenceGoodbye further silence after which we say goodbye
/// @param maxDuration    longest call
/// @param waits          time-outs per stage
/// @param zeroToPerson   whether 0 leads there, too
/// @param speculations   replies that may be begun in one turn of the caller's before it is over; 0: none
/// @param otherLanguages BCP 47, in which the agent answers too when the caller speaks them
@RecordBuilder
public record TurnSettings(
        String greeting,
        String disclosure,
        String language,
        boolean hasFallback,
        Duration silencePrompt,
        Duration silenceGoodbye,
        Duration maxDuration,
        Waits waits,
        boolean zeroToPerson,
        int speculations,
        List<String> otherLanguages) {
    public TurnSettings {
        otherLanguages = List.copyOf(otherLanguages);
    }

    /// Somebody who pauses after every phrase costs no more than this. Chosen.
    public static final int USUAL_SPECULATIONS = 3;

    /// With 0 as a digit like any other, in one language.
    public TurnSettings(
            String greeting,
            String disclosure,
            String language,
            boolean hasFallback,
            Duration silencePrompt,
            Duration silenceGoodbye,
            Duration maxDuration,
            Waits waits) {
        this(
                greeting,
                disclosure,
                language,
                hasFallback,
                silencePrompt,
                silenceGoodbye,
                maxDuration,
                waits,
                false,
                USUAL_SPECULATIONS,
                List.of());
    }

    /// Of an agent, with the usual waits.
    public static TurnSettings of(AgentSettings agent) {
        return new TurnSettings(
                agent.greeting(),
                agent.disclosure(),
                agent.language(),
                agent.fallbackNumber().isPresent(),
                agent.limits().silencePrompt(),
                agent.limits().silenceGoodbye(),
                agent.limits().maxDuration(),
                Waits.usual(),
                agent.zeroToPerson(),
                USUAL_SPECULATIONS,
                agent.engines().otherLanguages());
    }

    public TurnSettings withWaits(Waits value) {
        return TurnSettingsBuilder.builder(this).waits(value).build();
    }

    public TurnSettings withSpeculations(int value) {
        return TurnSettingsBuilder.builder(this).speculations(value).build();
    }

    /// All in ms; each chosen, its reason beside it.
    ///
    /// @param bargeIn        sound over our voice is judged after it: a cough is shorter, a word is recognized
    ///   by
    ///   then
    /// @param moreWords      for the rest of a text that is there in part
    /// @param anyWords       for the first words of real speech, on a machine that is slow
    /// @param noiseMs        speech shorter than this without words is noise
    /// @param modelToken     for the next token
    /// @param tool           the tools function's own limit is 10 s
    /// @param voice          for the next audio of a clause
    /// @param mark           after the clause should have been heard
    /// @param deadAir        a caller who hears nothing for 4 s says "hello?"
    /// @param digits         between two keys
    /// @param longestTurn    voice activity is fooled by babble and never sees its end
    /// @param filler         a tool that takes longer is excused for; people fill pauses from about a second on
    /// @param recognizer     speech without a single word of it: the stream is dead; partials come twice a second
    public record Waits(
            long bargeIn,
            long moreWords,
            long anyWords,
            long noiseMs,
            long modelToken,
            long tool,
            long voice,
            long mark,
            long deadAir,
            long digits,
            long longestTurn,
            long filler,
            long recognizer) {
        public static Waits usual() {
            return new Waits(700, 1_200, 8_000, 500, 5_000, 12_000, 3_000, 1_500, 4_000, 2_000, 45_000, 800, 3_000);
        }
    }
}
