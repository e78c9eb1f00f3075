package dev.pickup.simulators.telnyx;

import dev.pickup.simulators.telnyx.call.OutsideCall;
import dev.pickup.simulators.telnyx.call.SimulatedCall;
import java.net.URI;

/// A running exchange on 127.0.0.1. Any thread; close it once, which ends all calls.
public interface TelnyxExchange extends AutoCloseable {
    /// Where the REST API is: `http://127.0.0.1:port/v2`.
    URI apiBase();

    /// Where the caller-end control API is: `http://127.0.0.1:port/simulator`.
    URI controlBase();

    /// The key that verifies webhooks: base64 of 32 raw bytes.
    String publicKey();

    /// Someone out there dials a number. Returns at once; the call goes on by itself.
    ///
    /// @throws IllegalStateException the script says something and the exchange has no caller voice
    SimulatedCall place(OutsideCall call);

    @Override
    void close();
}
