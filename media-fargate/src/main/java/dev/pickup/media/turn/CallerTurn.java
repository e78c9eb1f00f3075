package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the caller says in one turn, as it becomes known. Not thread-safe.
final class CallerTurn {
    /// The recognizer's times are about words, the voice activity's about sound: they differ by this much.
    /// Chosen.
    private static final long TOLERANCE_MS = 300;

    private final long startMs;
    private final List<Fact.Transcribed> finals = new ArrayList<>();
    private Optional<Fact.Transcribed> interim = Optional.empty();
    private long lastSpeechMs;
    private long speechSinceMs = -1;
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

    void speechStarted(long atMs) {
        speechSinceMs = atMs;
    }

    void speechPaused(long atMs) {
        lastSpeechMs = Math.max(lastSpeechMs, atMs);
        if (speechSinceMs >= 0) {
            speechMs += Math.max(0, atMs - speechSinceMs);
        }
        speechSinceMs = -1;
    }

    /// Takes a transcript: it replaces whatever said the same time before.
    void hear(Fact.Transcribed transcript) {
        finals.removeIf(old -> middle(old) >= transcript.startMs() && middle(old) <= transcript.endMs());
        if (transcript.isFinal()) {
            if (!transcript.text().isBlank()) {
                finals.add(transcript);
            }
            interim = interim.filter(old -> middle(old) > transcript.endMs());
        } else {
            interim.filter(old -> old.endMs() <= transcript.startMs()).ifPresent(finals::add);
            interim = Optional.of(transcript);
        }
    }

    /// The words so far, finals first.
    String text() {
        return Stream.concat(finals.stream(), interim.stream())
                .map(transcript -> transcript.text().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    boolean hasWords() {
        return !Words.of(text()).isEmpty();
    }

    /// Whether the words reach to the end of the sound.
    boolean covered() {
        return hasWords()
                && Stream.concat(finals.stream(), interim.stream())
                        .anyMatch(transcript -> transcript.endMs() >= lastSpeechMs - TOLERANCE_MS);
    }

    static long middle(Fact.Transcribed transcript) {
        return (transcript.startMs() + transcript.endMs()) / 2;
    }
}
