package dev.pickup.media.speech.offline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the voices said lately, so that greetings, fixed phrases and twenty callers with one question cost one
/// synthesis. The least recently used goes first. Any thread.
final class SoundCache {
    /// 32 MB, or 17 minutes.
    private static final long MAX_SAMPLES = 16L << 20;
    /// Longer texts are hardly said twice.
    private static final int MAX_ENTRY_SAMPLES = 10 * 16_000;

    private final Map<Phrase, short[]> sounds = new LinkedHashMap<>(64, 0.75f, true);
    private long samples;

    private record Phrase(String voice, String text) {}

    synchronized Optional<short[]> find(String voice, String text) {
        return Optional.ofNullable(sounds.get(new Phrase(voice, text)));
    }

    synchronized void add(String voice, String text, short[] sound) {
        if (sound.length > MAX_ENTRY_SAMPLES || sounds.putIfAbsent(new Phrase(voice, text), sound) != null) {
            return;
        }
        samples += sound.length;
        var eldest = sounds.values().iterator();
        while (samples > MAX_SAMPLES) {
            samples -= eldest.next().length;
            eldest.remove();
        }
    }
}
