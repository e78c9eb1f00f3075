package dev.pickup.simulators.transcribe;

import java.util.List;

/// What one stream brought.
///
/// @param chunkBytes sizes of its audio events, in order
/// @param audioMs    of audio
/// @param aheadMs    the most by which audio came before its time: what was sent, less the time since the
/// stream opened
/// @param complaints what was not as the reference says
/// @param ended      whether the client ended the audio itself
public record StreamReport(
        StreamParameters parameters,
        List<Integer> chunkBytes,
        long audioMs,
        long aheadMs,
        List<String> complaints,
        boolean ended) {
    public StreamReport {
        chunkBytes = List.copyOf(chunkBytes);
        complaints = List.copyOf(complaints);
    }
}
