package dev.pickup.core.carrier.twilio;

import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.credential.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Function;

/// Opens customers' accounts at Twilio. Asks nobody. Any thread.
public final class TwilioAccounts {
    private final TwilioSettings settings;
    private final HttpClient client;

    /// @param client shared by all of a process; its connect time-out is the caller's choice
    public TwilioAccounts(TwilioSettings settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
    }

    public TwilioAccount open(CarrierCredentials.Twilio credentials) {
        Optional<TwilioRest> withToken = credentials.authToken().map(token -> withToken(credentials, token));
        TwilioDoctor doctor = new TwilioDoctor(
                rest(credentials), withToken, credentials.apiKey().isPresent());
        return new TwilioAccount(rest(credentials), credentials.authToken(), doctor);
    }

    /// The same account, for giving commands to its calls.
    ///
    /// @param webhook our voice webhook for a leg, asked when its stream or its transfer is over
    public Carrier calls(CarrierCredentials.Twilio credentials, Function<CallLeg, URI> webhook) {
        return new TwilioCalls(rest(credentials), webhook);
    }

    /// With the API key when there is one.
    private TwilioRest rest(CarrierCredentials.Twilio credentials) {
        return credentials
                .apiKey()
                .map(key -> new TwilioRest(settings, client, credentials.accountSid(), key.sid(), key.secret()))
                .or(() -> credentials.authToken().map(token -> withToken(credentials, token)))
                .orElseThrow();
    }

    private TwilioRest withToken(CarrierCredentials.Twilio credentials, Secret token) {
        return new TwilioRest(settings, client, credentials.accountSid(), credentials.accountSid(), token);
    }
}
