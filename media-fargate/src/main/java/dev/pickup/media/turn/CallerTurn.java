package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the caller says in one turn, as it becomes known. Not thread-safe.
final class CallerTurn {
    /// The recognizer's times are about words, the voice activity's about sound: they differ by this much.
    /// Chosen.
    private static final long TOLERANCE_MS = 300;

    /// Words that end so much later than the sound did before a hush are new ones. Chosen.
    private static final long SHORTEST_WORD_MS = 150;

    /// Transcripts of one turn; a recognizer that sends more without replacing any is broken. Chosen.
    private static final int MOST_FINALS = 200;

    private final long startMs;
    private final List<Fact.Transcribed> finals = new ArrayList<>();
    private Optional<Fact.Transcribed> interim = Optional.empty();
    private Optional<Fact.Intonation> intonation = Optional.empty();
    private OptionalDouble endOfTurn = OptionalDouble.empty();
    private long lastSpeechMs;
    private long speechSinceMs = -1;
    private long hushedMs = -1;
    private long speechMs;

    CallerTurn(long startMs) {
        this.startMs = startMs;
        this.lastSpeechMs = startMs;
    }

    long startMs() {
        return startMs;
    }

    /// The last speech sample so far.
    long lastSpeechMs() {
        return lastSpeechMs;
    }

    /// How much sound there was, pauses not counted.
    long speechMs() {
        return speechMs;
    }

    /// Sound again; what was heard of the pause before counts no more. Returns how long that was.
    long speechStarted(long atMs) {
        long pauseMs = speechMs > 0 ? atMs - lastSpeechMs : 0;
        speechSinceMs = atMs;
        hushedMs = -1;
        intonation = Optional.empty();
        endOfTurn = OptionalDouble.empty();
        return pauseMs;
    }

    /// Sound stopped for a moment.
    void speechHushed(long atMs) {
        hushedMs = atMs;
    }

    void speechPaused(long atMs) {
        lastSpeechMs = Math.max(lastSpeechMs, atMs);
        if (speechSinceMs >= 0) {
            speechMs += Math.max(0, atMs - speechSinceMs);
        }
        speechSinceMs = -1;
    }

    void intonated(Fact.Intonation fact) {
        intonation = Optional.of(fact);
    }

    void judged(double probability) {
        endOfTurn = OptionalDouble.of(probability);
    }

    /// Takes a transcript: it replaces whatever said the same time before.
    void hear(Fact.Transcribed transcript) {
        finals.removeIf(old -> middle(old) >= transcript.startMs() && middle(old) <= transcript.endMs());
        if (transcript.isFinal()) {
            if (!transcript.text().isBlank()) {
                keep(transcript);
            }
            interim = interim.filter(old -> middle(old) > transcript.endMs());
        } else {
            interim.filter(old -> old.endMs() <= transcript.startMs()).ifPresent(this::keep);
            interim = Optional.of(transcript);
        }
    }

    /// The words so far, in the order they were said.
    String text() {
        return Stream.concat(finals.stream(), interim.stream())
                .map(transcript -> transcript.text().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// What most of it was spoken in, as far as the recognizer tells; of two that share it, the later one.
    Optional<String> language() {
        Map<String, Integer> letters = new LinkedHashMap<>();
        Stream.concat(finals.stream(), interim.stream())
                .filter(transcript -> !transcript.language().isEmpty())
                .forEach(each -> letters.merge(each.language(), Words.letters(each.text()), Integer::sum));
        return letters.entrySet().stream()
                .reduce((one, later) -> later.getValue() >= one.getValue() ? later : one)
                .map(Map.Entry::getKey);
    }

    /// How many letters it has.
    int letters() {
        return Words.letters(text());
    }

    boolean hasWords() {
        return !Words.of(text()).isEmpty();
    }

    /// Whether the words reach to the end of the sound.
    boolean covered() {
        return hasWords() && wordsEndMs() >= lastSpeechMs - TOLERANCE_MS;
    }

    /// Whether sound stopped a moment ago, and the words reach to there and not beyond.
    boolean hushed() {
        long beyondMs = wordsEndMs() - hushedMs;
        return hushedMs >= 0 && hasWords() && beyondMs >= -TOLERANCE_MS && beyondMs <= SHORTEST_WORD_MS;
    }

    private long wordsEndMs() {
        return Stream.concat(finals.stream(), interim.stream())
                .mapToLong(Fact.Transcribed::endMs)
                .max()
                .orElse(startMs);
    }

    /// Whether a transcript that came after the turn was over is about it.
    boolean said(Fact.Transcribed late) {
        return middle(late) >= startMs - TOLERANCE_MS && late.endMs() <= lastSpeechMs + 2 * TOLERANCE_MS;
    }

    /// What the silence at its end may mean.
    Endpointing.Evidence evidence(Question asked, Cues cues) {
        double finality = intonation.map(Fact.Intonation::finality).orElse(0.0);
        Thought thought = Thought.of(text(), asked, cues);
        boolean asks = finality < 0 && cues.asks(Words.of(text()));
        return new Endpointing.Evidence(thought, asks ? 0 : finality, endOfTurn);
    }

    static long middle(Fact.Transcribed transcript) {
        return (transcript.startMs() + transcript.endMs()) / 2;
    }

    private void keep(Fact.Transcribed transcript) {
        if (finals.size() < MOST_FINALS) {
            finals.add(transcript);
            finals.sort(Comparator.comparingLong(Fact.Transcribed::startMs));
        }
    }
}
