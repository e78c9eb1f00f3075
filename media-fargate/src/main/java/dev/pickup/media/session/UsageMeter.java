package dev.pickup.media.session;

import dev.pickup.events.journal.JournalEntry.Engines;
import dev.pickup.events.journal.JournalEntry.Measure;
import dev.pickup.media.turn.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the engines report to have used in this session, by provider: where a port has several, what is reported
/// belongs
/// to the one that served last. A recognizer's seconds are the wanted one's. Owned by the loop.
final class UsageMeter {
    private final Engines engines;
    private final Map<String, Tokens> tokens = new LinkedHashMap<>();
    private final Map<String, Long> characters = new LinkedHashMap<>();
    private String model;
    private String voice;

    private record Tokens(long input, long output, long cached) {
        static final Tokens NONE = new Tokens(0, 0, 0);

        Tokens plus(Command.NoteTokens more) {
            return new Tokens(input + more.input(), output + more.output(), cached + more.cachedInput());
        }
    }

    UsageMeter(Engines engines) {
        this.engines = engines;
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
        tokens.put(model, tokens.getOrDefault(model, Tokens.NONE).plus(more));
    }

    void characters(long count) {
        characters.merge(voice, count, Long::sum);
    }

    List<Measure> measures(long recognizedSeconds) {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure("speech-to-text", engines.speechToText(), recognizedSeconds, "second"));
        tokens.forEach((provider, used) -> {
            measures.add(new Measure("model", provider, used.input(), "input-token"));
            measures.add(new Measure("model", provider, used.output(), "output-token"));
            if (used.cached() > 0) { // not every provider has a cache, and a price for it
                measures.add(new Measure("model", provider, used.cached(), "cached-token"));
            }
        });
        characters.forEach((provider, used) -> measures.add(new Measure("voice", provider, used, "character")));
        return measures;
    }
}
