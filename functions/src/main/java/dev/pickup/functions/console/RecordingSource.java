package dev.pickup.functions.console;

import java.util.Optional;

/// Gives recordings back. Blocking; any thread.
@FunctionalInterface
public interface RecordingSource {
    /// Where no recordings are kept: each is answered as not there.
    RecordingSource NONE = _ -> Optional.empty();

    /// The whole WAV file.
    ///
    /// @param key as the call's record has it
    /// @return empty when it was deleted, or was never stored here
    Optional<byte[]> read(String key);
}
