package dev.pickup.benchmarks.cloud;

/// What an account may ask of the services: they refuse more, and the adapters know it.
///
/// @param transcribeStreams at once
/// @param pollyPerSecond    streams and requests that begin in a second
/// @param pollyAtOnce       open at once
public record Quotas(int transcribeStreams, int pollyPerSecond, int pollyAtOnce) {
    /// So many that nobody meets them.
    public static final Quotas RAISED = new Quotas(4_000, 4_000, 4_000);

    /// Those of a new account, generative voices, us-east-1, 2026: docs/engines.md.
    public static final Quotas NEW_ACCOUNT = new Quotas(25, 8, 26);

    /// @param raised whether the operator has asked for more
    public static Quotas of(boolean raised) {
        return raised ? RAISED : NEW_ACCOUNT;
    }
}
