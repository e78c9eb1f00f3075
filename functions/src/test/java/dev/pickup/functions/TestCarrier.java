package dev.pickup.functions;

import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.functions.runtime.OwnCarrier;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/// Carrier accounts for tests.
public final class TestCarrier {
    /// Nobody answers there. Webhooks are verified by the sample key of RFC 8032.
    public static final OwnCarrier NOWHERE = OwnCarrier.telnyx(
            new TelnyxSettings(URI.create("http://127.0.0.1:9/v2"), "KEY0", Duration.ofSeconds(2), 1, Duration.ZERO),
            HttpClient.newHttpClient(),
            "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
            URI.create("https://pickup.example.com"));

    private TestCarrier() {}
}
