package dev.pickup.simulators.telnyx;

import dev.pickup.simulators.caller.CallerVoice;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.call.OutsideParty;
import dev.pickup.simulators.telnyx.webhook.DeliverySettings;
import java.util.List;
import java.util.Optional;

/// How a simulated exchange is set up. Immutable; begin with [#of].
///
/// @param port         on 127.0.0.1; 0 takes any free one
/// @param signingSeed  64 hex digits, the Ed25519 private key that signs the first account's webhooks; the same seed is
/// the same key for ever
/// @param accounts     the carrier's customers
/// @param parties      telephones out there that can be dialled; any other number does not exist
/// @param voices       who speaks in calls
/// @param delivery     how webhooks are delivered
/// @param rest         how the accounts behave
/// @param pace         how many seconds pass in the exchange while one passes on the wall; 1 but in tests in a hurry
public record TelnyxExchangeSettings(
        int port,
        String signingSeed,
        List<SeededAccount> accounts,
        List<OutsideParty> parties,
        Voices voices,
        DeliverySettings delivery,
        RestSettings rest,
        double pace) {
    /// The sample key of RFC 8032, section 7.1, test 1: known to all the world, good for simulators only.
    public static final String SAMPLE_SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    /// Who speaks.
    ///
    /// @param callers   speaks the `Say` steps; without one a script that has any is refused
    /// @param announcer speaks the `speak` command; without one it is silence of the length that a voice would take
    public record Voices(Optional<CallerVoice> callers, Optional<CallerVoice> announcer) {}

    public TelnyxExchangeSettings {
        accounts = List.copyOf(accounts);
        parties = List.copyOf(parties);
        if (!signingSeed.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("A signing seed is 64 hex digits.");
        }
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("An exchange has at least one account.");
        }
        if (!(pace >= 1 && pace <= 20)) {
            throw new IllegalArgumentException("The pace lies between 1 and 20.");
        }
    }

    /// These accounts, any port, no voices, real time.
    public static TelnyxExchangeSettings of(SeededAccount... accounts) {
        return new TelnyxExchangeSettings(
                0,
                SAMPLE_SEED,
                List.of(accounts),
                List.of(),
                new Voices(Optional.empty(), Optional.empty()),
                DeliverySettings.usual(),
                RestSettings.usual(),
                1);
    }

    public TelnyxExchangeSettings withPort(int value) {
        return new TelnyxExchangeSettings(value, signingSeed, accounts, parties, voices, delivery, rest, pace);
    }

    public TelnyxExchangeSettings withSigningSeed(String value) {
        return new TelnyxExchangeSettings(port, value, accounts, parties, voices, delivery, rest, pace);
    }

    public TelnyxExchangeSettings withAccounts(SeededAccount... value) {
        return new TelnyxExchangeSettings(port, signingSeed, List.of(value), parties, voices, delivery, rest, pace);
    }

    public TelnyxExchangeSettings withParties(OutsideParty... value) {
        return new TelnyxExchangeSettings(port, signingSeed, accounts, List.of(value), voices, delivery, rest, pace);
    }

    public TelnyxExchangeSettings withCallerVoice(CallerVoice value) {
        return withVoices(new Voices(Optional.of(value), voices.announcer()));
    }

    public TelnyxExchangeSettings withAnnouncer(CallerVoice value) {
        return withVoices(new Voices(voices.callers(), Optional.of(value)));
    }

    public TelnyxExchangeSettings withDelivery(DeliverySettings value) {
        return new TelnyxExchangeSettings(port, signingSeed, accounts, parties, voices, value, rest, pace);
    }

    public TelnyxExchangeSettings withRest(RestSettings value) {
        return new TelnyxExchangeSettings(port, signingSeed, accounts, parties, voices, delivery, value, pace);
    }

    public TelnyxExchangeSettings withPace(double value) {
        return new TelnyxExchangeSettings(port, signingSeed, accounts, parties, voices, delivery, rest, value);
    }

    private TelnyxExchangeSettings withVoices(Voices value) {
        return new TelnyxExchangeSettings(port, signingSeed, accounts, parties, value, delivery, rest, pace);
    }
}
