package dev.pickup.simulators.twilio;

import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import java.util.List;

/// How a simulated exchange is set up. Immutable; begin with [#of].
///
/// @param port     on 127.0.0.1; 0 takes any free one
/// @param accounts the carrier's customers
public record TwilioExchangeSettings(int port, List<TwilioAccountSeed> accounts) {
    public TwilioExchangeSettings {
        accounts = List.copyOf(accounts);
    }

    public static TwilioExchangeSettings of(TwilioAccountSeed... accounts) {
        return new TwilioExchangeSettings(0, List.of(accounts));
    }

    public TwilioExchangeSettings withPort(int value) {
        return new TwilioExchangeSettings(value, accounts);
    }
}
