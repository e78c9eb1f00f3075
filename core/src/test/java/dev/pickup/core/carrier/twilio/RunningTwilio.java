package dev.pickup.core.carrier.twilio;

import static dev.pickup.core.carrier.twilio.SeededTwilio.ACCOUNT;
import static dev.pickup.core.carrier.twilio.SeededTwilio.KEY;
import static dev.pickup.core.carrier.twilio.SeededTwilio.TOKEN;

import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.credential.Secret;
import dev.pickup.simulators.twilio.TwilioExchange;
import dev.pickup.simulators.twilio.TwilioExchangeSettings;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/// The simulated exchange with the customer of [SeededTwilio], and the ways into their account.
final class RunningTwilio implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private TwilioExchange exchange = start(SeededTwilio.seed());

    TwilioExchange exchange() {
        return exchange;
    }

    /// Another exchange, with this customer.
    void restart(TwilioAccountSeed seed) {
        exchange.close();
        exchange = start(seed);
    }

    /// Opened with the auth token.
    TwilioAccount account() {
        return open(Optional.of(TOKEN), Optional.empty());
    }

    TwilioAccount open(Optional<String> token, Optional<String> keySecret) {
        TwilioSettings settings =
                new TwilioSettings(exchange.apiBase(), Duration.ofSeconds(10), 3, Duration.ofMillis(1));
        return new TwilioAccounts(settings, http)
                .open(new CarrierCredentials.Twilio(
                        ACCOUNT,
                        token.map(Secret::of),
                        keySecret.map(s -> new CarrierCredentials.Twilio.ApiKey(KEY, Secret.of(s)))));
    }

    @Override
    public void close() {
        exchange.close();
        http.shutdownNow();
    }

    private static TwilioExchange start(TwilioAccountSeed seed) {
        return TwilioExchange.start(TwilioExchangeSettings.of(seed));
    }
}
