package dev.pickup.media.speech.transcribe;

import java.util.Optional;
import java.util.stream.Stream;

/// Whether and by which streams a caller leg is heard.
sealed interface LegState {
    /// No stream; one is opened as soon as it is time and there is a place, or it is too late.
    record Waiting(long dueMs, long sinceMs) implements LegState {}

    /// @param spare hears the same, because `current` is late
    record Open(LegStream current, Optional<LegStream> spare) implements LegState {}

    record Over() implements LegState {}

    /// Whoever has this number and is still listened to.
    default Optional<LegStream> stream(int number) {
        return this instanceof Open(LegStream current, Optional<LegStream> spare)
                ? Stream.concat(Stream.of(current), spare.stream())
                        .filter(stream -> stream.number() == number)
                        .findFirst()
                : Optional.empty();
    }

    default Optional<LegStream> spare() {
        return this instanceof Open(LegStream _, Optional<LegStream> spare) ? spare : Optional.empty();
    }

    default boolean isCurrent(LegStream stream) {
        return this instanceof Open(LegStream current, Optional<LegStream> _) && current.equals(stream);
    }
}
