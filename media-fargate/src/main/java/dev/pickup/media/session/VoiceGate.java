package dev.pickup.media.session;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.listening.VoiceMelody;
import java.util.Optional;

/// Makes "speech begins" and "speech pauses" of probabilities. Times are ms of audio. Not thread-safe.
///
/// Begins after three windows in a row (96 ms) above 0.5, or after two above 0.85: a click is shorter, and a
/// `clear` must be on the wire within 200 ms.
///
/// Pauses after three windows (96 ms) below 0.35, or after five (160 ms, longer than the stops inside words) that are
/// not loud: what comes sooner. The pause is dated from the last sound that was as loud as speech. Two windows that are
/// not loud are told as a hush: most are stops inside words, but it is time to think about an answer.
final class VoiceGate implements AutoCloseable {
    private static final float ON = 0.5f;
    private static final float SURE = 0.85f;
    private static final float OFF = 0.35f;
    private static final int WINDOWS = 3;
    private static final int SURE_WINDOWS = 2;
    private static final int QUIET_WINDOWS = 5;
    private static final int HUSH_WINDOWS = 2;
    private static final int SAMPLES_PER_MS = AudioFrame.SAMPLE_RATE_HZ / 1000;
    private static final int WINDOW_MS = VoiceActivity.WINDOW_SAMPLES / SAMPLES_PER_MS;
    private static final Change NONE = new Change.None();

    private final VoiceActivity.Detector detector;
    private final VoiceMelody melody = new VoiceMelody();
    private final short[] waiting = new short[VoiceActivity.WINDOW_SAMPLES + AudioFrame.SAMPLES];
    private final Loudness loudness = new Loudness();
    private int filled;
    private long windows;
    private boolean speech;
    private int streak;
    private int sure;
    private int quiet;
    private long beganMs;

    /// What a frame changed.
    sealed interface Change {
        record None() implements Change {}

        /// Its first sample was at `atMs`.
        record Began(long atMs) implements Change {}

        /// The last sound of speech was at `atMs`; it may go on within a moment.
        record Hushed(long atMs) implements Change {}

        /// The last sample of speech was at `atMs`.
        record Paused(long atMs) implements Change {}
    }

    VoiceGate(VoiceActivity.Detector detector) {
        this.detector = detector;
    }

    /// @param echo power below which it may be our own voice that comes back; 0 when we are silent
    Change listen(AudioFrame frame, double echo) {
        frame.copyTo(waiting, filled);
        filled += AudioFrame.SAMPLES;
        if (filled < VoiceActivity.WINDOW_SAMPLES) {
            return NONE;
        }
        float probability = detector.probability(waiting, 0);
        boolean loud = loudness.window(waiting, 0, probability > ON, echo);
        if (probability > ON && loud) {
            melody.window(waiting, 0);
        }
        filled -= VoiceActivity.WINDOW_SAMPLES;
        System.arraycopy(waiting, VoiceActivity.WINDOW_SAMPLES, waiting, 0, filled);
        windows++;
        return judge(probability, loud);
    }

    /// Silence, but the latest sound may be the first of speech: known within two windows.
    boolean stirs() {
        return !speech && streak > 0;
    }

    private Change judge(float probability, boolean loud) {
        quiet = loud ? 0 : quiet + 1;
        boolean other = speech ? probability < OFF : probability > ON && loud;
        streak = other ? streak + 1 : 0;
        sure = other && !speech && probability > SURE ? sure + 1 : 0;
        if (streak < WINDOWS && sure < SURE_WINDOWS && !(speech && quiet >= QUIET_WINDOWS)) {
            return speech && quiet == HUSH_WINDOWS ? new Change.Hushed(lastLoudMs()) : NONE;
        }
        long turnedMs = (windows - streak) * WINDOW_MS;
        streak = 0;
        sure = 0;
        speech = !speech;
        if (speech) {
            melody.begin();
            beganMs = turnedMs;
            return new Change.Began(turnedMs);
        }
        return new Change.Paused(Math.max(beganMs, Math.min(turnedMs, lastLoudMs())));
    }

    private long lastLoudMs() {
        return Math.max(beganMs, loudness.lastLoud() / SAMPLES_PER_MS);
    }

    /// How the voice was before it paused.
    Optional<VoiceMelody.Ending> ending() {
        return melody.ending();
    }

    @Override
    public void close() {
        detector.close();
    }
}
