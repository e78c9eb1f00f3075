package dev.pickup.core.carrier.telnyx;

import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierCredentials;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/// Opens customers' accounts at Telnyx. Asks nobody. Any thread.
public final class TelnyxAccounts {
    /// Lists of numbers take seconds, and nobody is on the line. Chosen.
    private static final Duration TIMEOUT = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ATTEMPTS = 3;

    private final URI apiBase;
    private final HttpClient client;

    /// @param apiBase `https://api.telnyx.com/v2`, or a stand-in
    /// @param client  shared by all of a process; its connect time-out is the caller's choice
    public TelnyxAccounts(URI apiBase, HttpClient client) {
        this.apiBase = apiBase;
        this.client = client;
    }

    /// For looking after the account's numbers.
    public TelnyxAccount open(CarrierCredentials.Telnyx credentials) {
        String key = credentials.apiKey().reveal();
        return new TelnyxAccount(new TelnyxSettings(apiBase, key, TIMEOUT, ATTEMPTS, PAUSE), client);
    }

    /// For giving commands to the account's calls.
    public Carrier calls(CarrierCredentials.Telnyx credentials) {
        return new TelnyxClient(TelnyxSettings.of(apiBase, credentials.apiKey().reveal()), client);
    }
}
