package dev.pickup.simulators.twilio;

import dev.pickup.simulators.caller.CallerVoice;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import java.util.List;
import java.util.Optional;

/// How a simulated exchange is set up. Immutable; begin with [#of].
///
/// @param port        on 127.0.0.1; 0 takes any free one
/// @param accounts    the carrier's customers
/// @param callerVoice speaks the `Say` steps; without one a script that has any is refused
/// @param pace        how many seconds pass in the exchange while one passes on the wall
public record TwilioExchangeSettings(
        int port, List<TwilioAccountSeed> accounts, Optional<CallerVoice> callerVoice, double pace) {
    public TwilioExchangeSettings {
        accounts = List.copyOf(accounts);
        if (!(pace >= 1 && pace <= 20)) {
            throw new IllegalArgumentException("The pace lies between 1 and 20.");
        }
    }

    /// These accounts, any port, no voice, real time.
    public static TwilioExchangeSettings of(TwilioAccountSeed... accounts) {
        return new TwilioExchangeSettings(0, List.of(accounts), Optional.empty(), 1);
    }

    public TwilioExchangeSettings withPort(int value) {
        return new TwilioExchangeSettings(value, accounts, callerVoice, pace);
    }

    public TwilioExchangeSettings withCallerVoice(CallerVoice value) {
        return new TwilioExchangeSettings(port, accounts, Optional.of(value), pace);
    }

    public TwilioExchangeSettings withPace(double value) {
        return new TwilioExchangeSettings(port, accounts, callerVoice, value);
    }
}
