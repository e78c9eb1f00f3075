package dev.pickup.media.session;

import dev.pickup.events.journal.JournalEntry.Engines;
import dev.pickup.events.journal.JournalEntry.Measure;
import dev.pickup.media.turn.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the engines report to have used in this session, by provider: where a port has several, what is reported
/// belongs to the one that served last. Recognizers count their seconds themselves. Owned by the loop.
final class UsageMeter {
    private final String wantedEars;
    private final Map<String, Tokens> tokens = new LinkedHashMap<>();
    private final Map<String, Long> characters = new LinkedHashMap<>();
    private String model;
    private String voice;

    private record Tokens(long input, long output, long cached, long cacheWrites) {
        static final Tokens NONE = new Tokens(0, 0, 0, 0);

        Tokens plus(Tokens more) {
            return new Tokens(
                    input + more.input, output + more.output, cached + more.cached, cacheWrites + more.cacheWrites);
        }
    }

    UsageMeter(Engines engines) {
        this.wantedEars = engines.speechToText();
        this.model = engines.languageModel();
        this.voice = engines.textToSpeech();
        tokens.put(model, Tokens.NONE);
        characters.put(voice, 0L);
    }

    /// A provider serves a port from here on.
    void servedBy(String port, String provider) {
        switch (port) {
            case "model" -> model = provider;
            case "voice" -> voice = provider;
            default -> {} // seconds are counted by the recognizer itself
        }
    }

    void tokens(Command.NoteTokens more) {
        tokens.merge(model, new Tokens(more.input(), more.output(), more.cachedInput(), 0), Tokens::plus);
    }

    void cacheWritten(long count) {
        tokens.merge(model, new Tokens(0, 0, 0, count), Tokens::plus);
    }

    void characters(long count) {
        characters.merge(voice, count, Long::sum);
    }

    /// @param recognizedSeconds by provider
    List<Measure> measures(Map<String, Long> recognizedSeconds) {
        List<Measure> measures = new ArrayList<>();
        (recognizedSeconds.isEmpty() ? Map.of(wantedEars, 0L) : recognizedSeconds)
                .forEach((provider, used) -> measures.add(new Measure("speech-to-text", provider, used, "second")));
        tokens.forEach((provider, used) -> {
            measures.add(new Measure("model", provider, used.input(), "input-token"));
            measures.add(new Measure("model", provider, used.output(), "output-token"));
            if (used.cached() > 0) { // not every provider has a cache, and a price for it
                measures.add(new Measure("model", provider, used.cached(), "cached-token"));
            }
            if (used.cacheWrites() > 0) {
                measures.add(new Measure("model", provider, used.cacheWrites(), "cache-write-token"));
            }
        });
        characters.forEach((provider, used) -> measures.add(new Measure("voice", provider, used, "character")));
        return measures;
    }
}
