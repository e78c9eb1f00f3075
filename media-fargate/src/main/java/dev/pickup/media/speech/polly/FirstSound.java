package dev.pickup.media.speech.polly;

/// How long a voice usually takes from the first text to the first sound, and from when on it is late. Any thread.
final class FirstSound {
    /// Of a voice that was not heard yet. Chosen, near what others report (100 ms to 1 s).
    private static final double FIRST_GUESS_MS = 350;

    /// How much one reply counts.
    private static final double NEW = 0.1;

    /// Late is so many times the usual. Chosen: with the simulated service's times, one reply in a hundred is.
    private static final double LATE_TIMES = 2.4;

    /// Everybody is late then, however slow they were before. Chosen, well below the limit of a stall.
    private static final long LATEST_MS = 1_200;

    /// Whoever waits for a voice has waited for the end of the turn and for words before: 350 ms and 600 ms at best.
    /// Beyond this, each further millisecond makes the voice late by one sooner. Chosen.
    private static final long USUAL_SILENCE_MS = 1_300;

    /// But not before so many times the usual. With Amazon's times 3 of 65 replies had a rival; at half the
    /// usual it was 22 of 98, of which one won (measured, 20 calls).
    private static final double SOONEST_TIMES = 1.2;

    /// Who has waited for so long has a rival before half of the voices would have been heard: one caller in ten, and
    /// those who would wait beyond 3 s if this voice said nothing.
    private static final long LONG_SILENCE_MS = 1_800;

    private static final double SOONEST_TIMES_AFTER_LONG = 0.5;

    /// Voices that may be late sooner at once, and the share of replies that pays for more. Chosen, as for models.
    private static final double MOST_SOONER = 20;

    private static final double SOONER_SHARE = 0.1;

    private final long leastMs;
    private double usualMs = FIRST_GUESS_MS;
    private double sooner = MOST_SOONER;

    /// @param leastMs nobody is late before that
    FirstSound(long leastMs) {
        this.leastMs = leastMs;
    }

    synchronized void seen(long ms) {
        usualMs += NEW * (Math.clamp(ms, 0, LATEST_MS) - usualMs);
        sooner = Math.min(MOST_SOONER, sooner + SOONER_SHARE);
    }

    /// Ask until it is true: a voice that is late sooner than others is paid for once.
    ///
    /// @param waitedMs for the sound
    /// @param silentMs that the caller had heard nothing for when the text was there
    synchronized boolean isLate(long waitedMs, long silentMs) {
        long lateMs = Math.max(leastMs, Math.min(LATEST_MS, Math.round(LATE_TIMES * usualMs)));
        if (waitedMs >= lateMs) {
            return true;
        }
        double soonestTimes = silentMs < LONG_SILENCE_MS ? SOONEST_TIMES : SOONEST_TIMES_AFTER_LONG;
        long soonestMs = Math.round(soonestTimes * usualMs);
        boolean soon = waitedMs >= Math.max(soonestMs, lateMs - Math.max(0, silentMs - USUAL_SILENCE_MS));
        if (soon && sooner >= 1) {
            sooner--;
            return true;
        }
        return false;
    }
}
