package dev.pickup.media.speaking;

import dev.pickup.media.speaking.TextToSpeech.Utterance;
import dev.pickup.media.speaking.TextToSpeech.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Has a text said to its end, and collects all of its sound. Used for one utterance.
public final class WholeSound implements TextToSpeech.Listener {
    private final List<short[]> pieces = new ArrayList<>();
    private final CompletableFuture<short[]> whole = new CompletableFuture<>();

    private WholeSound() {}

    /// The sound of `text`, the reader's to keep. Blocks; any thread.
    ///
    /// @return empty when the voice fails, takes longer than `longest`, or the thread is interrupted
    public static Optional<short[]> of(
            TextToSpeech voice, TextToSpeech.Settings settings, String text, Duration longest) {
        WholeSound sound = new WholeSound();
        Utterance utterance = voice.open(settings, sound);
        utterance.clause(0, text);
        utterance.end();
        try {
            return Optional.of(sound.whole.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException _) {
            utterance.cancel();
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            utterance.cancel();
            return Optional.empty();
        }
    }

    @Override
    public void audio(int clause, short[] samples) {
        pieces.add(samples);
    }

    @Override
    public void clauseDone(int clause, List<WordTiming> words) {}

    @Override
    public void done(long characters) {
        short[] all = new short[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (short[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        whole.complete(all);
    }

    @Override
    public void failed(String code, String sentence) {
        whole.completeExceptionally(new IllegalStateException(code));
    }
}
