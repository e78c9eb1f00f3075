package dev.pickup.media.speech.transcribe;

/// What the service charges for: the audio of each stream that it accepted, 15 s of it at least. One thread
/// writes, any reads.
///
/// Source: aws.amazon.com/transcribe/pricing, "billed in one-second increments, with a minimum per request
/// charge of 15 seconds", 2026-10.
final class StreamSeconds {
    private static final long LEAST_MS = 15_000;
    private static final double MS_PER_SECOND = 1_000;

    private long closedMs;
    private long currentMs;
    private boolean accepted;

    /// Another stream begins.
    synchronized void next() {
        closedMs += currentChargeMs();
        currentMs = 0;
        accepted = false;
    }

    synchronized void accepted() {
        accepted = true;
    }

    /// The current stream has been given so much.
    synchronized void sent(long ms) {
        currentMs = ms;
    }

    synchronized double billable() {
        return (closedMs + currentChargeMs()) / MS_PER_SECOND;
    }

    private long currentChargeMs() {
        return accepted ? Math.max(LEAST_MS, currentMs) : 0;
    }
}
