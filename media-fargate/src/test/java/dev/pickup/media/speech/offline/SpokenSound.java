package dev.pickup.media.speech.offline;

import dev.pickup.media.speaking.TextToSpeech;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Collects what a voice delivers.
final class SpokenSound implements TextToSpeech.Listener {
    static final TextToSpeech.Settings SETTINGS = new TextToSpeech.Settings("", "en-US");

    private final AtomicInteger samples = new AtomicInteger();
    private final List<Integer> clausesDone = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Long> done = new CompletableFuture<>();

    int samples() {
        return samples.get();
    }

    List<Integer> clausesDone() {
        return clausesDone;
    }

    CompletableFuture<Long> done() {
        return done;
    }

    @Override
    public void audio(int clause, short[] sound) {
        samples.addAndGet(sound.length);
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
        done.completeExceptionally(new AssertionError(code + ": " + sentence));
    }
}
