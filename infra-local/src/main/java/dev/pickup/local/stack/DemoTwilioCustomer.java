package dev.pickup.local.stack;

import dev.pickup.simulators.caller.CallerVoice;
import dev.pickup.simulators.twilio.TwilioExchange;
import dev.pickup.simulators.twilio.TwilioExchangeSettings;
import dev.pickup.simulators.twilio.account.ApiKey;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Application;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.OwnedNumber;
import java.io.UncheckedIOException;
import java.util.Map;

/// Somebody at the simulated Twilio: a number with a URL of an old phone system, and one that shares an application.
/// For trying out how a number is brought; what opens the account opens nothing else. See docs/numbers.md.
final class DemoTwilioCustomer {
    static final String ACCOUNT = "AC0de00000000000000000000000000001";
    static final String AUTH_TOKEN = "0de00000000000000000000000000a11";
    /// May look at everything that matters, and change nothing.
    static final String READ_ONLY_KEY = "SK0de00000000000000000000000000001";
    static final String READ_ONLY_SECRET = "demo-read-only";

    private static final String APPLICATION = "AP0de00000000000000000000000000001";

    private DemoTwilioCustomer() {}

    /// @param port where it is wanted; any free one is taken when somebody else is there
    static TwilioExchange exchange(int port, CallerVoice voice) {
        TwilioExchangeSettings settings = TwilioExchangeSettings.of(account()).withCallerVoice(voice);
        try {
            return TwilioExchange.start(settings.withPort(port));
        } catch (UncheckedIOException | IllegalArgumentException _) {
            return TwilioExchange.start(settings.withPort(0));
        }
    }

    private static TwilioAccountSeed account() {
        return TwilioAccountSeed.of(
                        ACCOUNT,
                        AUTH_TOKEN,
                        new OwnedNumber(
                                "PN0de00000000000000000000000000001",
                                "+16175550181",
                                Map.of(
                                        "VoiceUrl",
                                        "http://127.0.0.1:9/old-phone-system",
                                        "FriendlyName",
                                        "Front desk")),
                        new OwnedNumber(
                                "PN0de00000000000000000000000000002",
                                "+16175550182",
                                Map.of("VoiceApplicationSid", APPLICATION)))
                .withApplication(new Application(
                        APPLICATION, "Old phone system", Map.of("VoiceUrl", "http://127.0.0.1:9/old-phone-system")))
                .withKey(ApiKey.restricted(
                        READ_ONLY_KEY,
                        READ_ONLY_SECRET,
                        "/twilio/phone-numbers/active-numbers/list",
                        "/twilio/phone-numbers/active-numbers/read",
                        "/twilio/voice/calls/read"));
    }
}
