package dev.pickup.media.session;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.WholeSound;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Sentences spoken beforehand, for the moment when the voice does not work any more. Shared by all calls of a task;
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
        WholeSound.of(voice, settings, text, LONGEST_MAKING).ifPresent(samples -> {
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
}
