package dev.pickup.benchmarks.load;

import dev.pickup.benchmarks.engine.EngineSetup;
import java.nio.file.Path;
import java.util.List;

/// What is run.
///
/// @param calls         at once
/// @param seconds       measured, after the warm-up
/// @param warmUpSeconds with few calls before, and with all of them
/// @param engines       of the server
/// @param carrier       whose wire protocol
/// @param models        where the speech models lie
/// @param serverFlags   of the server's JVM
public record LoadSettings(
        int calls,
        int seconds,
        int warmUpSeconds,
        EngineSetup engines,
        String carrier,
        Path models,
        List<String> serverFlags) {
    /// One run takes less than five minutes, all included.
    public static final int MOST_SECONDS = 200;

    /// A JVM for so many calls: the rule by which a task is sized. A call's live heap is some 0.6 MiB; with Amazon's
    /// clients 1.4 MiB, and more passes through it.
    public static List<String> usualFlags(int calls, EngineSetup.Kind engines) {
        int mebibytes = 128 + calls * (engines == EngineSetup.Kind.AWS ? 4 : 1);
        return List.of("-XX:+UseZGC", "-Xmx" + mebibytes + "m");
    }

    LoadSettings with(EngineSetup value) {
        return new LoadSettings(calls, seconds, warmUpSeconds, value, carrier, models, serverFlags);
    }

    public LoadSettings {
        serverFlags = List.copyOf(serverFlags);
        if (calls < 1 || calls > 2_000) {
            throw new IllegalArgumentException("Between 1 and 2000 calls can be made at once, not " + calls + ".");
        }
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException("A run measures 1 to " + MOST_SECONDS + " seconds, not " + seconds
                    + ": it shall end in 5 minutes.");
        }
        if (CallerWire.of(carrier, "", "").isEmpty()) {
            throw new IllegalArgumentException(
                    "Calls are made as telnyx or twilio does; there is no load for " + carrier + ".");
        }
    }
}
