package dev.pickup.local.stack;

/// Hears what the stack is doing while it starts and stops. Called on the starting or closing thread.
@FunctionalInterface
public interface StackProgress {
    /// One step begins, as a person reads it: `Starting DynamoDB …`.
    void step(String sentence);

    /// Says nothing.
    static StackProgress silent() {
        return sentence -> {};
    }
}
