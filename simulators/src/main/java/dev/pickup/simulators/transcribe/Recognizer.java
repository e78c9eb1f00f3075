package dev.pickup.simulators.transcribe;

/// Hears words in the audio of one stream. The simulated service adds everything else: results, times, stability,
/// delay. Any thread; as many streams as wanted.
public interface Recognizer {
    /// A stream begins.
    ///
    /// @param language of the words that are expected
    Ear open(String language, Words words);

    /// One stream's audio.
    interface Ear extends AutoCloseable {
        /// The next samples, mono at the rate of the stream. Must not block.
        void hear(short[] samples);

        /// No more audio comes: tell what was heard, the last words as complete, before this returns or soon
        /// after.
        void end();

        @Override
        void close();
    }

    /// Receives what is heard, on any thread, one call at a time.
    interface Words {
        /// All words of the segment so far, from its first to its last sample, in ms of the stream's audio. A
        /// segment ends at a pause and is then `complete`; the next call begins another one.
        void heard(String text, long startMs, long endMs, boolean complete);
    }
}
