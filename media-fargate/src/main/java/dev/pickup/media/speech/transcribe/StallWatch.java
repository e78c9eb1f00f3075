package dev.pickup.media.speech.transcribe;

/// Notices that the service takes speech and answers nothing. Counts in the leg's audio, which is a clock that
/// a slow machine slows down too, but not before a stream could have answered: one that begins is given seconds of
/// audio at once. Pure. Not thread-safe.
final class StallWatch {
    /// Sound that is shorter may be a cough: nothing to be recognized. Chosen.
    private static final long SURELY_SPEECH_MS = 700;

    private final long limitMs;
    private boolean speaking;
    private boolean suspected;
    private long speechFromMs = -1;
    private long speechToMs = -1;
    private long lastResultMs;

    StallWatch(long limitMs) {
        this.limitMs = limitMs;
    }

    void speechStarted(long atMs) {
        if (!speaking) {
            speechFromMs = atMs;
            suspected = false;
        }
        speaking = true;
    }

    void speechPaused(long atMs) {
        speaking = false;
        speechToMs = atMs;
    }

    /// A result came when `fedMs` of audio had been fed.
    void heard(long fedMs) {
        lastResultMs = fedMs;
        if (!speaking) {
            speechFromMs = -1;
        }
    }

    /// Whether something is overdue; true once for each stretch of speech.
    ///
    /// @param openForMs how long the stream has been open
    boolean overdue(long fedMs, long openForMs) {
        if (speechFromMs < 0 || suspected || openForMs < limitMs) {
            return false;
        }
        long speechMs = (speaking ? fedMs : speechToMs) - speechFromMs;
        boolean due = speechMs >= SURELY_SPEECH_MS && fedMs - Math.max(speechFromMs, lastResultMs) >= limitMs;
        suspected = due;
        return due;
    }
}
