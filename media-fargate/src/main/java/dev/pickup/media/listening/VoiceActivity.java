package dev.pickup.media.listening;

/// Decides for each window of a call's inbound audio how likely it is speech. One [Detector] per caller leg.
///
/// Shape: 512 samples (32 ms) at 16,000 Hz, mono. Ends: never fails after construction; an engine that cannot run fails
/// when it is built. Threads: the factory is shared by all calls and thread-safe; a detector belongs to one thread.
public interface VoiceActivity {
    /// Samples in a window.
    int WINDOW_SAMPLES = 512;

    /// A detector with fresh state.
    Detector newDetector();

    /// As it appears in the journal, e.g. `silero/v6`.
    String name();

    /// Stateful over one caller leg.
    interface Detector extends AutoCloseable {
        /// Probability of speech, 0 to 1, in `samples[offset .. offset + 511]`, which follow the previous window.
        float probability(short[] samples, int offset);

        @Override
        void close();
    }
}
