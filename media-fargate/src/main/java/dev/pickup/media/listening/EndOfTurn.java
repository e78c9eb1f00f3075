package dev.pickup.media.listening;

/// Judges from sound whether a caller who pauses has finished, e.g. Smart Turn. Optional: without one, words, melody
/// and pace decide.
///
/// Shape: up to the last 8 s of the caller, 16,000 Hz mono, oldest first, ending with the pause. Threads: any number of
/// calls at once; `judge` blocks for an inference (10 to 100 ms), so it is never called on a call's loop. Repeat:
/// harmless. Ends: a probability, 0 (goes on) to 1 (is over); an engine that cannot run throws when it is built, a
/// single failure throws [IllegalStateException], after which the caller decides without it.
public interface EndOfTurn {
    /// Longest audio that is looked at.
    int LONGEST_SAMPLES = 8 * 16_000;

    double judge(short[] samples);

    /// As it appears in logs, e.g. `smart-turn`.
    String name();
}
