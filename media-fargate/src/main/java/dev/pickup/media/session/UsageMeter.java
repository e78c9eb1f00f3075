package dev.pickup.media.session;

import dev.pickup.events.journal.JournalEntry.Engines;
import dev.pickup.events.journal.JournalEntry.Measure;
import dev.pickup.media.turn.Command;
import java.util.List;

/// What the engines report to have used in this session. Owned by the loop.
final class UsageMeter {
    private final Engines engines;
    private long inputTokens;
    private long outputTokens;
    private long cachedTokens;
    private long characters;

    UsageMeter(Engines engines) {
        this.engines = engines;
    }

    void tokens(Command.NoteTokens tokens) {
        inputTokens += tokens.input();
        outputTokens += tokens.output();
        cachedTokens += tokens.cachedInput();
    }

    void characters(long count) {
        characters += count;
    }

    List<Measure> measures(long recognizedSeconds) {
        return List.of(
                new Measure("speech-to-text", engines.speechToText(), recognizedSeconds, "second"),
                new Measure("model", engines.languageModel(), inputTokens, "input-token"),
                new Measure("model", engines.languageModel(), outputTokens, "output-token"),
                new Measure("model", engines.languageModel(), cachedTokens, "cached-token"),
                new Measure("voice", engines.textToSpeech(), characters, "character"));
    }
}
