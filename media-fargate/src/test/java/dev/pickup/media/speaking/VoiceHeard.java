package dev.pickup.media.speaking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// Collects what a voice delivers, and how.
public final class VoiceHeard implements TextToSpeech.Listener {
    private final Map<Integer, List<short[]>> audio = new TreeMap<>();
    private final List<Integer> order = new CopyOnWriteArrayList<>();
    private final List<Integer> clausesDone = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private long firstNanos = -1;
    private long longestGapNanos;
    private long lastNanos = -1;

    /// Completes with the characters charged, or fails.
    public CompletableFuture<Long> done() {
        return done;
    }

    public List<Integer> clausesDone() {
        return clausesDone;
    }

    /// The clause of every piece, in the order of their coming.
    public List<Integer> order() {
        return order;
    }

    public synchronized int samples() {
        return audio.values().stream()
                .flatMap(List::stream)
                .mapToInt(piece -> piece.length)
                .sum();
    }

    /// All audio, clause by clause.
    public synchronized short[] sound() {
        return join(audio.values().stream().flatMap(List::stream).toList());
    }

    public synchronized short[] sound(int clause) {
        return join(audio.getOrDefault(clause, List.of()));
    }

    /// The longest time between two pieces.
    public synchronized long longestGapMs() {
        return longestGapNanos / 1_000_000;
    }

    public synchronized long firstNanos() {
        return firstNanos;
    }

    @Override
    public synchronized void audio(int clause, short[] samples) {
        long now = System.nanoTime();
        longestGapNanos = lastNanos < 0 ? 0 : Math.max(longestGapNanos, now - lastNanos);
        lastNanos = now;
        firstNanos = firstNanos < 0 ? now : firstNanos;
        audio.computeIfAbsent(clause, _ -> new ArrayList<>()).add(samples);
        order.add(clause);
    }

    @Override
    public void clauseDone(int clause, List<TextToSpeech.WordTiming> words) {
        clausesDone.add(clause);
    }

    @Override
    public void done(long characters) {
        done.complete(characters);
    }

    @Override
    public void failed(String code, String sentence) {
        done.completeExceptionally(new IllegalStateException(code));
    }

    private static short[] join(List<short[]> pieces) {
        short[] all = new short[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (short[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}
