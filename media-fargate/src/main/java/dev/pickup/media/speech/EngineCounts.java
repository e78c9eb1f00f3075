package dev.pickup.media.speech;

/// Counts what engines meet, by name, e.g. `transcribe-reconnects`. Any thread.
@FunctionalInterface
public interface EngineCounts {
    /// Counts nothing.
    EngineCounts NONE = (_, _) -> {};

    void add(String name, long amount);

    default void count(String name) {
        add(name, 1);
    }
}
