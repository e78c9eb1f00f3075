package dev.pickup.media.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts chunks of one track back in order. One per stream; owned by the reader; not thread-safe.
///
/// A chunk that is missing is waited for at most [#PATIENCE_MS]; then silence stands in for it. A chunk that comes
/// after its place was filled is dropped. Bounded: more than [#CAPACITY] chunks waiting end the patience at once. A
/// jump of more than [#LONGEST_GAP] chunks, either way, is a carrier that counts anew: it is followed, nothing is
/// filled in.
final class JitterBuffer {
    /// Three frames: what a caller does not notice. Chosen.
    static final long PATIENCE_MS = 60;

    static final int CAPACITY = 32;
    static final long LONGEST_GAP = 50;

    private final TreeMap<Long, byte[]> waiting = new TreeMap<>();
    private long next = -1;
    private long waitingSinceMs;
    private int lastLength;
    private long late;
    private long concealed;
    private long reordered;

    /// Takes a chunk; returns all audio that is now in order, silence included. `silence` is the codec's zero.
    List<byte[]> offer(long chunk, byte[] payload, byte silence, long nowMs) {
        if (next < 0 || Math.abs(chunk - next) > LONGEST_GAP) {
            waiting.clear();
            next = chunk;
        }
        if (chunk == next && waiting.isEmpty()) { // nearly always
            lastLength = payload.length;
            next++;
            return List.of(payload);
        }
        if (chunk < next || waiting.containsKey(chunk)) {
            late++;
            return List.of();
        }
        lastLength = payload.length;
        if (waiting.isEmpty()) {
            waitingSinceMs = nowMs;
        }
        List<byte[]> ready = new ArrayList<>(1);
        waiting.put(chunk, payload);
        reordered++;
        release(ready, silence, nowMs);
        return ready;
    }

    /// Chunks that came too late to be heard, or twice.
    long late() {
        return late;
    }

    /// Chunks that silence stands in for.
    long concealed() {
        return concealed;
    }

    /// Chunks that had to wait for an earlier one, or that others waited for.
    long reordered() {
        return reordered;
    }

    private void release(List<byte[]> ready, byte silence, long nowMs) {
        while (!waiting.isEmpty()) {
            byte @Nullable [] payload = waiting.remove(next);
            if (payload == null) {
                if (nowMs - waitingSinceMs < PATIENCE_MS && waiting.size() <= CAPACITY) {
                    return;
                }
                payload = new byte[lastLength];
                java.util.Arrays.fill(payload, silence);
                concealed++;
            } else {
                waitingSinceMs = nowMs;
            }
            next++;
            ready.add(payload);
        }
    }
}
