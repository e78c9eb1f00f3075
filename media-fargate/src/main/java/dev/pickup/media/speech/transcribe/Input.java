package dev.pickup.media.speech.transcribe;

import java.util.List;
import java.util.Optional;

/// What a leg's thread is told. `stream` numbers the leg's streams: what comes from one that was given up is
/// ignored.
sealed interface Input {
    /// There is more on the tape.
    record Fed() implements Input {}

    record SpeechStarted(long atMs) implements Input {}

    record SpeechPaused(long atMs) implements Input {}

    record TurnEnded(long atMs) implements Input {}

    /// The service accepted the stream.
    record Accepted(int stream) implements Input {}

    /// @param results with times of the stream
    record Heard(int stream, List<Hearing.Result> results) implements Input {
        public Heard {
            results = List.copyOf(results);
        }
    }

    /// The stream is over; `thrown` is empty when it looks like a normal end.
    record Over(int stream, Optional<Throwable> thrown) implements Input {}

    record Close() implements Input {}
}
