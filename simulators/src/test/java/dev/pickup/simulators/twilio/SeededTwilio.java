package dev.pickup.simulators.twilio;

import dev.pickup.simulators.twilio.account.ApiKey;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Application;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.OwnedNumber;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Service;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Trunk;
import java.util.List;
import java.util.Map;

/// An account with numbers, an application, a trunk, a messaging service and two keys.
final class SeededTwilio {
    static final String ACCOUNT = "AC" + "1".repeat(32);
    static final String TOKEN = "f".repeat(32);
    static final String NUMBER = "PN" + "1".repeat(32);
    static final String SECOND = "PN" + "2".repeat(32);
    static final String APP = "AP" + "1".repeat(32);
    static final String TRUNK = "TK" + "1".repeat(32);
    static final String SERVICE = "MG" + "1".repeat(32);
    static final String STANDARD = "SK" + "1".repeat(32);
    static final String RESTRICTED = "SK" + "2".repeat(32);

    private SeededTwilio() {}

    static TwilioAccountSeed seed() {
        OwnedNumber first = new OwnedNumber(
                NUMBER,
                "+13125550199",
                Map.of("VoiceUrl", "https://pbx.example.com/voice", "FriendlyName", "Front desk"));
        OwnedNumber second = new OwnedNumber(SECOND, "+14155550123", Map.of("VoiceRegion", "ie1"));
        return TwilioAccountSeed.of(ACCOUNT, TOKEN, first, second)
                .withApplication(new Application(APP, "Old PBX", Map.of("VoiceUrl", "https://pbx.example.com/app")))
                .withTrunk(new Trunk(TRUNK, "Office"))
                .withService(new Service(SERVICE, "Campaign", "https://sms.example.com/in", false, List.of(NUMBER)))
                .withKey(ApiKey.standard(STANDARD, "standard-secret"))
                .withKey(ApiKey.restricted(
                        RESTRICTED, "restricted-secret", "/twilio/phone-numbers/active-numbers/list"));
    }
}
