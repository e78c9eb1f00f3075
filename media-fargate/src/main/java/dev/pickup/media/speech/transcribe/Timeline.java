package dev.pickup.media.speech.transcribe;

import java.util.Map;
import java.util.TreeMap;

/// Tells the time of one stream from the time of the caller leg: the stream began in the middle of the leg, and
/// silence that nobody fed was put into it. Not thread-safe.
final class Timeline {
    private final long startMs;
    private final TreeMap<Long, Long> filledBefore = new TreeMap<>();
    private long filledMs;

    /// @param startMs of the leg's audio that the stream was sent first
    Timeline(long startMs) {
        this.startMs = startMs;
    }

    /// `lengthMs` of silence were sent after `sentMs` of the leg's audio, counted on the stream's own line.
    void filled(long sentMs, long lengthMs) {
        filledMs += lengthMs;
        filledBefore.put(sentMs + lengthMs, filledMs);
    }

    /// When something that the stream places at `streamMs` was on the leg.
    long legMs(long streamMs) {
        Map.Entry<Long, Long> before = filledBefore.floorEntry(streamMs);
        long filled = before == null ? 0 : before.getValue();
        return startMs + Math.max(0, streamMs - filled);
    }
}
