package dev.pickup.media.speech.transcribe;

import java.util.HashMap;
import java.util.Map;

/// What the service charges for: the audio of each stream that it accepted, 15 s of it at least. One thread
/// writes, any reads.
///
/// Source: aws.amazon.com/transcribe/pricing, "billed in one-second increments, with a minimum per request
/// charge of 15 seconds", 2026-10.
final class StreamSeconds {
    private static final long LEAST_MS = 15_000;
    private static final double MS_PER_SECOND = 1_000;

    private final Map<Integer, Long> sentMs = new HashMap<>();

    synchronized void accepted(int stream) {
        sentMs.putIfAbsent(stream, 0L);
    }

    /// A stream has been given so much; ignored before it was accepted.
    synchronized void sent(int stream, long ms) {
        sentMs.computeIfPresent(stream, (_, _) -> ms);
    }

    synchronized double billable() {
        return sentMs.values().stream().mapToLong(ms -> Math.max(LEAST_MS, ms)).sum() / MS_PER_SECOND;
    }
}
