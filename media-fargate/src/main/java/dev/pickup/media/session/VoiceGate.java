package dev.pickup.media.session;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.listening.VoiceMelody;
import java.util.Optional;

/// Makes "speech begins" and "speech pauses" of probabilities. Times are ms of audio. Not thread-safe.
///
/// Begins after three windows in a row (96 ms) above 0.5: a click is shorter, and a `clear` must be on the wire
/// within
/// 200 ms. Pauses after three windows (96 ms) below 0.35.
final class VoiceGate implements AutoCloseable {
    private static final float ON = 0.5f;
    private static final float OFF = 0.35f;
    private static final int WINDOWS = 3;
    private static final int WINDOW_MS = VoiceActivity.WINDOW_SAMPLES / (AudioFrame.SAMPLE_RATE_HZ / 1000);

    private final VoiceActivity.Detector detector;
    private final VoiceMelody melody = new VoiceMelody();
    private final short[] waiting = new short[VoiceActivity.WINDOW_SAMPLES + AudioFrame.SAMPLES];
    private int filled;
    private long windows;
    private boolean speech;
    private int streak;

    /// What a frame changed.
    sealed interface Change {
        record None() implements Change {}

        /// Its first sample was at `atMs`.
        record Began(long atMs) implements Change {}

        /// The last sample of speech was at `atMs`.
        record Paused(long atMs) implements Change {}
    }

    VoiceGate(VoiceActivity.Detector detector) {
        this.detector = detector;
    }

    Change listen(AudioFrame frame) {
        frame.copyTo(waiting, filled);
        filled += AudioFrame.SAMPLES;
        if (filled < VoiceActivity.WINDOW_SAMPLES) {
            return new Change.None();
        }
        float probability = detector.probability(waiting, 0);
        if (probability > ON) {
            melody.window(waiting, 0);
        }
        filled -= VoiceActivity.WINDOW_SAMPLES;
        System.arraycopy(waiting, VoiceActivity.WINDOW_SAMPLES, waiting, 0, filled);
        windows++;
        return judge(probability);
    }

    private Change judge(float probability) {
        boolean other = speech ? probability < OFF : probability > ON;
        streak = other ? streak + 1 : 0;
        if (streak < WINDOWS) {
            return new Change.None();
        }
        streak = 0;
        speech = !speech;
        if (speech) {
            melody.begin();
        }
        long turnedMs = (windows - WINDOWS) * WINDOW_MS;
        return speech ? new Change.Began(turnedMs) : new Change.Paused(turnedMs);
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
