package dev.pickup.media.audio;

/// Where recordings of calls go. Blocking; any thread.
public interface Recordings {
    /// Begins the recording of one call under one epoch. Repeat: begins anew.
    ///
    /// @throws RecordingUnavailableException it cannot be kept now: the call goes on without
    Recording open(String account, String call, int epoch);

    /// One recording being made. Owned by one thread.
    interface Recording extends AutoCloseable {
        /// How it is found later.
        String key();

        /// Adds the next stretch, both sides of the same length: 16,000 Hz, caller left, agent right. What was added is
        /// readable even if the process dies now, but for the last second (a folder) or the last minute (S3).
        ///
        /// @throws RecordingUnavailableException it cannot be kept: the call goes on without
        void append(short[] caller, short[] agent);

        /// No more comes. Once.
        ///
        /// @throws RecordingUnavailableException the end was not kept
        @Override
        void close();
    }

    /// The place for recordings does not work.
    final class RecordingUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RecordingUnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
