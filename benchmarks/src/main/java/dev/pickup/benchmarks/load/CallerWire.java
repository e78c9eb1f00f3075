package dev.pickup.benchmarks.load;

import java.util.List;
import java.util.Optional;

/// A carrier's end of a media socket: what it writes, and how it reads us. One per call; one thread writes, one reads.
interface CallerWire {
    /// Where the socket is, below the server's root.
    String path();

    /// Before any audio, in this order.
    List<String> opening();

    /// The next 20 ms of the caller. `payload` is base64 of L16, 16 kHz.
    String media(String payload);

    /// A mark that was reached.
    String mark(String name);

    /// The caller hung up.
    String stop();

    /// Reads one frame of ours.
    Heard read(String frame);

    /// What came from the agent.
    sealed interface Heard {
        /// @param firstSample that can be heard, or -1 when it is silence
        record Sound(int firstSample) implements Heard {}

        record Mark(String name) implements Heard {}

        record Clear() implements Heard {}
    }

    /// The carriers there are.
    static Optional<CallerWire> of(String carrier, String token, String authToken) {
        return carrier.equals("telnyx") ? Optional.of(new TelnyxWire(token, authToken)) : Optional.empty();
    }
}
