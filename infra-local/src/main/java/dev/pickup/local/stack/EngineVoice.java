package dev.pickup.local.stack;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.TextToSpeech.WordTiming;
import dev.pickup.simulators.polly.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gives the simulated Polly the voice of another engine. Any thread.
record EngineVoice(TextToSpeech engine) implements Voice {
    private static final long LONGEST_SECONDS = 20;

    /// Silent when the engine fails: the service's clients see a voice that says nothing, as they would.
    @Override
    public short[] say(String text, String voiceId) {
        Collecting collecting = new Collecting();
        TextToSpeech.Utterance utterance = engine.open(new TextToSpeech.Settings("", "en-US"), collecting);
        utterance.clause(0, text);
        utterance.end();
        try {
            return collecting.whole.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException _) {
            utterance.cancel();
            return new short[0];
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            utterance.cancel();
            return new short[0];
        }
    }

    private static final class Collecting implements TextToSpeech.Listener {
        private final List<short[]> pieces = new ArrayList<>();
        private final CompletableFuture<short[]> whole = new CompletableFuture<>();

        @Override
        public void audio(int clause, short[] samples) {
            pieces.add(samples);
        }

        @Override
        public void clauseDone(int clause, List<WordTiming> words) {}

        @Override
        public void done(long characters) {
            short[] all =
                    new short[pieces.stream().mapToInt(piece -> piece.length).sum()];
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
}
