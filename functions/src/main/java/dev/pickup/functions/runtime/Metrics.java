package dev.pickup.functions.runtime;

/// Counts what operators look at. Never blocks, never fails; any thread.
public interface Metrics {
    /// Adds one.
    ///
    /// @param name   what happened, e.g. `WebhookRefused`
    /// @param reason one of a few stable codes
    void count(String name, String reason);
}
