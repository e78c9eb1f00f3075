package dev.pickup.media.turn;

import java.util.List;

/// One piece of an utterance: what it says, how far it got, and how much of it was heard. Not thread-safe.
final class Clause {
    /// What a voice takes per character when it has not told yet: 14 characters a second, a usual pace of
    /// speech.
    private static final long MS_PER_CHARACTER = 70;

    private final String text;
    private final String[] words;
    private final boolean guarded;
    private List<Long> wordsEndMs = List.of();
    private long lengthMs = -1;
    private long endsAtMs = -1;
    private int heardWords;

    Clause(String text, boolean guarded) {
        this.text = text;
        this.words = Words.spaced(text);
        this.guarded = guarded;
    }

    /// The clauses of a text that is there as a whole.
    static List<Clause> all(String text, boolean guarded) {
        return ClauseCutter.whole(text).stream()
                .map(piece -> new Clause(piece, guarded))
                .toList();
    }

    String text() {
        return text;
    }

    /// Whether the caller cannot interrupt it.
    boolean guarded() {
        return guarded;
    }

    void made(long length, List<Long> ends) {
        lengthMs = length;
        wordsEndMs = ends;
    }

    boolean isMade() {
        return lengthMs >= 0;
    }

    /// Its length, or a guess as long as it is not made.
    long lengthMs() {
        return isMade() ? lengthMs : text.length() * MS_PER_CHARACTER;
    }

    /// All of it went out and will have been heard at `atMs`.
    void sent(long atMs) {
        endsAtMs = atMs;
    }

    /// The carrier's buffer was cleared: it has to be sent again.
    void unsent() {
        endsAtMs = -1;
    }

    boolean isSent() {
        return endsAtMs >= 0;
    }

    long endsAtMs() {
        return endsAtMs;
    }

    void played() {
        heardWords = words.length;
    }

    /// Only `playedMs` of it were heard.
    void heardUntil(long playedMs) {
        heardWords = wordsWithin(playedMs);
    }

    boolean isPlayed() {
        return heardWords == words.length;
    }

    String heard() {
        return String.join(" ", List.of(words).subList(0, heardWords));
    }

    String unheard() {
        return String.join(" ", List.of(words).subList(heardWords, words.length));
    }

    /// Where the first word begins that was not heard completely when playing stopped at `playedMs`.
    long resumeAtMs(long playedMs) {
        int heard = wordsWithin(playedMs);
        if (heard == 0) {
            return 0;
        }
        return timed()
                ? wordsEndMs.get(heard - 1)
                : lengthMs() * charactersOf(heard) / Math.max(1, charactersOf(words.length));
    }

    /// Words that end within the first `playedMs`: by the voice's timings, else by their share of the
    /// characters.
    private int wordsWithin(long playedMs) {
        int heard = 0;
        while (heard < words.length && endOf(heard) <= playedMs) {
            heard++;
        }
        return heard;
    }

    private long endOf(int word) {
        return timed()
                ? wordsEndMs.get(word)
                : lengthMs() * charactersOf(word + 1) / Math.max(1, charactersOf(words.length));
    }

    /// Timings count only when they are of the words as written.
    private boolean timed() {
        return wordsEndMs.size() == words.length;
    }

    private long charactersOf(int count) {
        long characters = 0;
        for (int i = 0; i < count; i++) {
            characters += words[i].length() + 1;
        }
        return characters;
    }
}
