package dev.pickup.media.session;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.TextToSpeech.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sentences spoken beforehand, for the moment when the voice does not work any more. Shared by all calls of a
/// task;
/// made once per voice and language, kept in memory, at most [#MOST]. Any thread.
public final class Clips {
    private static final int MOST = 64;
    private static final Duration LONGEST_MAKING = Duration.ofSeconds(20);

    private final TextToSpeech voice;
    private final Map<Key, short[]> made = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, short[]> eldest) {
            return size() > MOST;
        }
    };

    private record Key(TextToSpeech.Settings settings, String text) {}

    public Clips(TextToSpeech voice) {
        this.voice = voice;
    }

    /// Makes the sentence if it is not there; blocks for at most 20 s. A voice that fails leaves it absent.
    void prepare(TextToSpeech.Settings settings, String text) {
        Key key = new Key(settings, text);
        synchronized (made) {
            if (made.containsKey(key)) {
                return;
            }
        }
        speak(settings, text).ifPresent(samples -> {
            synchronized (made) {
                made.put(key, samples);
            }
        });
    }

    /// The sentence, if it was made.
    Optional<short[]> find(TextToSpeech.Settings settings, String text) {
        synchronized (made) {
            return Optional.ofNullable(made.get(new Key(settings, text)));
        }
    }

    private Optional<short[]> speak(TextToSpeech.Settings settings, String text) {
        CompletableFuture<short[]> whole = new CompletableFuture<>();
        TextToSpeech.Utterance utterance = voice.open(settings, new Collector(whole));
        utterance.clause(0, text);
        utterance.end();
        try {
            return Optional.of(whole.get(LONGEST_MAKING.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            utterance.cancel();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            utterance.cancel();
            return Optional.empty();
        }
    }

    private static final class Collector implements TextToSpeech.Listener {
        private final CompletableFuture<short[]> whole;
        private final List<short[]> pieces = new ArrayList<>();

        Collector(CompletableFuture<short[]> whole) {
            this.whole = whole;
        }

        @Override
        public void audio(int clause, short[] samples) {
            pieces.add(samples);
        }

        @Override
        public void clauseDone(int clause, List<WordTiming> words) {}

        @Override
        public void done(long characters) {
            short[] samples =
                    new short[pieces.stream().mapToInt(piece -> piece.length).sum()];
            int at = 0;
            for (short[] piece : pieces) {
                System.arraycopy(piece, 0, samples, at, piece.length);
                at += piece.length;
            }
            whole.complete(samples);
        }

        @Override
        public void failed(String code, String sentence) {
            whole.completeExceptionally(new IllegalStateException(code));
        }
    }
}
