package dev.pickup.media.speech.polly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A clause that is being made, over as many requests as it takes. Not thread-safe.
final class Making {
    /// Of a text's usual length. Chosen: no voice speaks twice as fast as usual.
    private static final double SHORT = 0.5;

    final int clause;
    Optional<ClauseRequest> request = Optional.empty();
    int attempts;
    long dueMs;
    long lastAudioMs;
    boolean said;
    private final List<short[]> kept = new ArrayList<>();
    private long received;
    private long known;

    /// @param heard samples that were handed on already, by whoever made it before
    Making(int clause, long heard) {
        this.clause = clause;
        this.known = heard;
    }

    void begin(ClauseRequest next, long nowMs) {
        request = Optional.of(next);
        attempts++;
        received = 0;
        lastAudioMs = nowMs;
    }

    /// Keeps what is new in it: an earlier attempt may have brought its beginning.
    void audio(short[] samples, long nowMs) {
        lastAudioMs = nowMs;
        int skip = (int) Math.clamp(known - received, 0L, (long) samples.length);
        received += samples.length;
        if (skip < samples.length) {
            kept.add(Arrays.copyOfRange(samples, skip, samples.length));
            known = received;
        }
    }

    /// Whether the answer ended long before a text of this length can have been said. A RST_STREAM after the
    /// first bytes looks like the end of the body; the first time it is taken for one.
    boolean isCutShort(double expectedSamples) {
        return attempts == 1 && received < SHORT * expectedSamples;
    }

    /// Hands on what is kept.
    void handOn(ClauseSplitter.Sink sink) {
        kept.forEach(samples -> sink.audio(clause, samples));
        kept.clear();
    }
}
