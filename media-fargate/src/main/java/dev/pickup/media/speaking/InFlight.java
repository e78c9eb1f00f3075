package dev.pickup.media.speaking;

import dev.pickup.media.audio.AudioFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/// Frames on their way to the caller's ear, and how far the ear lags behind what is sent. Not thread-safe; times are ms
/// since the answer.
final class InFlight {
    private static final int FRAME_MS = AudioFrame.PTIME_MS;
    private static final int SAMPLES_PER_MS = AudioFrame.SAMPLE_RATE_HZ / 1000;

    /// A carrier that lags more is broken, not slow. Chosen.
    private static final double LONGEST_LAG_MS = 1_000;

    private final Map<Integer, Track> tracks;
    private final Deque<Sent> sent = new ArrayDeque<>();
    private double lagMs;

    /// A frame on its way: heard from `startMs` to 20 ms later.
    private record Sent(int track, int clause, int fromSample, double startMs) {}

    /// @param tracks where what was heard is written
    InFlight(Map<Integer, Track> tracks) {
        this.tracks = tracks;
    }

    void add(int track, int clause, int fromSample, double startMs) {
        sent.addLast(new Sent(track, clause, fromSample, startMs));
    }

    double lagMs() {
        return lagMs;
    }

    /// A mark came back so much later than its sound should have been heard.
    void markLate(double ms) {
        lagMs = 0.75 * lagMs + 0.25 * Math.clamp(ms, 0, LONGEST_LAG_MS);
    }

    /// Whether any of it has not been heard yet.
    boolean holds(int track, double nowMs) {
        return sent.stream().anyMatch(s -> s.track() == track && s.startMs() + FRAME_MS > nowMs);
    }

    void forget(int track) {
        sent.removeIf(s -> s.track() == track);
    }

    /// Moves everything that was heard by now from the way to the caller into the tracks.
    void settle(double nowMs) {
        double earMs = nowMs - lagMs / 2;
        while (!sent.isEmpty() && sent.peekFirst().startMs() < earMs) {
            Sent frame = sent.peekFirst();
            Track track = tracks.get(frame.track());
            double playedMs = Math.min(FRAME_MS, earMs - frame.startMs());
            if (track != null) {
                track.heardClause = frame.clause();
                track.heardMs = (double) frame.fromSample() / SAMPLES_PER_MS + playedMs;
            }
            if (playedMs < FRAME_MS) {
                return;
            }
            sent.removeFirst();
        }
    }

    /// The carrier was cleared: what was not heard has to be sent again.
    void takeBack() {
        for (Sent frame : sent.reversed()) {
            Track track = tracks.get(frame.track());
            if (track != null) {
                track.clause = frame.clause();
                track.sample = frame.fromSample();
            }
        }
        sent.clear();
    }
}
