package dev.pickup.simulators.line;

/// Something that is due later.
@FunctionalInterface
public interface Timer {
    /// It does not happen any more. Harmless when it has happened.
    void cancel();
}
