package dev.pickup.core.carrier.telnyx;

import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierCredentials;
import java.net.URI;
import java.net.http.HttpClient;

/// Opens customers' accounts at Telnyx. Asks nobody. Any thread.
public final class TelnyxAccounts {
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
        return new TelnyxAccount(settings(credentials).forNumbers(), client);
    }

    /// For giving commands to the account's calls.
    public Carrier calls(CarrierCredentials.Telnyx credentials) {
        return new TelnyxClient(settings(credentials), client);
    }

    private TelnyxSettings settings(CarrierCredentials.Telnyx credentials) {
        return TelnyxSettings.of(apiBase, credentials.apiKey().reveal());
    }
}
