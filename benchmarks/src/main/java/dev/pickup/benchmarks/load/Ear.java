package dev.pickup.benchmarks.load;

import dev.pickup.media.audio.AudioFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What one caller hears, by arithmetic: the carrier plays what it gets without a gap, so each frame's time at the ear
/// is known when it arrives. Any thread. Times are ns.
final class Ear {
    private static final long FRAME_NANOS = AudioFrame.PTIME_MS * 1_000_000L;
    private static final long NANOS_PER_SAMPLE = 1_000_000_000L / AudioFrame.SAMPLE_RATE_HZ;

    /// Later than this is late: architecture's own limit.
    private static final long LATE_NANOS = 20_000_000;

    private final Deque<Mark> marks = new ArrayDeque<>();
    private boolean insideClause;
    private long playedUntil;
    private long audibleUntil;
    private long firstAudible = -1;
    private long longestPause;
    private long audible;
    private long cleared = -1;
    private long frames;
    private long late;

    private record Mark(String name, long due) {}

    /// @param firstSample of the frame that can be heard, or -1
    synchronized void frame(int firstSample, long now) {
        frames++;
        if (insideClause && now - playedUntil > LATE_NANOS) {
            late++;
        }
        insideClause = true;
        long start = Math.max(playedUntil, now);
        playedUntil = start + FRAME_NANOS;
        if (firstSample >= 0) {
            if (firstAudible >= 0) {
                longestPause = Math.max(longestPause, start - audibleUntil);
            }
            audibleUntil = playedUntil;
            audible += FRAME_NANOS;
            if (firstAudible < 0) {
                firstAudible = start + firstSample * NANOS_PER_SAMPLE;
            }
        }
    }

    /// The agent's clause is complete: a pause may follow.
    synchronized void mark(String name) {
        insideClause = false;
        marks.add(new Mark(name, playedUntil));
    }

    synchronized void clear(long now) {
        insideClause = false;
        audible -= Math.clamp(audibleUntil - now, 0, audible);
        playedUntil = now;
        audibleUntil = Math.min(audibleUntil, now);
        List<Mark> flushed = List.copyOf(marks);
        marks.clear();
        flushed.forEach(mark -> marks.add(new Mark(mark.name(), now)));
        if (cleared < 0) {
            cleared = now;
        }
    }

    /// The marks that were reached.
    synchronized List<String> due(long now) {
        List<String> due = new ArrayList<>(0);
        while (!marks.isEmpty() && marks.peek().due() <= now) {
            due.add(marks.remove().name());
        }
        return due;
    }

    /// Waits for the agent's next sound.
    synchronized void listenAfresh() {
        firstAudible = -1;
        longestPause = 0;
        audible = 0;
    }

    /// The longest time without a sound between two that came since [#listenAfresh].
    synchronized long longestPause() {
        return longestPause;
    }

    /// How much sound came since [#listenAfresh], what was cleared in time not counted.
    synchronized long audible() {
        return audible;
    }

    /// Waits for the next `clear`.
    synchronized void awaitClear() {
        cleared = -1;
    }

    /// The agent's first audible sample since [#listenAfresh]; -1 when there was none.
    synchronized long firstAudible() {
        return firstAudible;
    }

    /// The first `clear` since [#awaitClear]; -1 when there was none.
    synchronized long cleared() {
        return cleared;
    }

    /// When the last of what came can be heard.
    synchronized long audibleUntil() {
        return audibleUntil;
    }

    synchronized long frames() {
        return frames;
    }

    synchronized long late() {
        return late;
    }
}
