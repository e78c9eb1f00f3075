package dev.pickup.core.carrier.twilio;

import dev.pickup.core.carrier.OurPlace;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Application;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.OwnedNumber;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Service;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Trunk;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Somebody who uses Twilio already: four numbers, each set up in another way.
final class SeededTwilio {
    static final String ACCOUNT = "AC" + "1".repeat(32);
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String PLAIN = "PN" + "1".repeat(32);
    static final String BY_APPLICATION = "PN" + "2".repeat(32);
    static final String BY_TRUNK = "PN" + "3".repeat(32);
    static final String ABROAD = "PN" + "4".repeat(32);
    static final String APPLICATION = "AP" + "1".repeat(32);
    static final String TRUNK = "TK" + "1".repeat(32);
    static final String SERVICE = "MG" + "1".repeat(32);
    static final String KEY = "SK" + "1".repeat(32);
    static final OurPlace PLACE = new OurPlace(
            "Pickup import 7",
            URI.create("https://pickup.example/webhooks/twilio/voice/cred-7"),
            URI.create("https://pickup.example/webhooks/twilio/voice/status/cred-7"),
            URI.create("https://pickup.example/webhooks/twilio/messaging/cred-7"));

    private SeededTwilio() {}

    static TwilioAccountSeed seed() {
        return TwilioAccountSeed.of(
                        ACCOUNT,
                        TOKEN,
                        new OwnedNumber(
                                PLAIN,
                                "+13125550101",
                                Map.of(
                                        "VoiceUrl",
                                        "https://pbx.example.com/voice",
                                        "VoiceMethod",
                                        "GET",
                                        "StatusCallback",
                                        "https://pbx.example.com/done",
                                        "FriendlyName",
                                        "Front desk")),
                        new OwnedNumber(
                                BY_APPLICATION,
                                "+13125550102",
                                Map.of(
                                        "VoiceUrl",
                                        "https://old.example.com",
                                        "VoiceApplicationSid",
                                        APPLICATION,
                                        "SmsUrl",
                                        "https://sms.example.com/in")),
                        new OwnedNumber(BY_TRUNK, "+13125550103", Map.of("TrunkSid", TRUNK)),
                        new OwnedNumber(ABROAD, "+353155501040", Map.of("VoiceRegion", "ie1")))
                .withApplication(
                        new Application(APPLICATION, "Old PBX", Map.of("VoiceUrl", "https://pbx.example.com/app")))
                .withTrunk(new Trunk(TRUNK, "Office"))
                .withService(
                        new Service(SERVICE, "Campaign", "https://sms.example.com/pool", false, List.of(BY_TRUNK)));
    }
}
