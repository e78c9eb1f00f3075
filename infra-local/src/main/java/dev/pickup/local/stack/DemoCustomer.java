package dev.pickup.local.stack;

import dev.pickup.simulators.telnyx.account.ApiKey;
import dev.pickup.simulators.telnyx.account.Permission;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.account.SeededAccount.Application;
import dev.pickup.simulators.telnyx.account.SeededAccount.MessagingProfile;
import dev.pickup.simulators.telnyx.account.SeededAccount.OwnedNumber;
import java.util.List;
import java.util.Optional;

/// Somebody at the simulated exchange who has a Telnyx account of their own: two numbers that share an
/// application and a messaging profile of an old phone system, and one that points nowhere. For trying
/// out how a number is brought; the keys open nothing but this. See docs/numbers.md.
final class DemoCustomer {
    /// May do everything.
    static final String KEY = "KEY0197DEMO_customer_of_telnyx";

    /// May not change where numbers point, nor send texts.
    static final String READ_ONLY_KEY = "KEY0197DEMO_reads_only";

    private static final String APPLICATION = "1293384261075799001";
    private static final String PROFILE = "40017f3a-2f5c-4c1b-9d3e-00000000de01";

    private DemoCustomer() {}

    static SeededAccount account() {
        return new SeededAccount(
                        KEY,
                        List.of(
                                number("1293384261075799011", "+16175550171"),
                                number("1293384261075799012", "+16175550172"),
                                new OwnedNumber(
                                        "1293384261075799013", "+16175550173", Optional.empty(), Optional.empty())),
                        List.of(new Application(
                                APPLICATION, "Old phone system", "http://127.0.0.1:9/old-phone-system")))
                .withMessagingProfiles(new MessagingProfile(PROFILE, "Old texts", "http://127.0.0.1:9/old-texts"))
                .withKey(ApiKey.full(READ_ONLY_KEY).without(Permission.NUMBERS_WRITE, Permission.MESSAGES_SEND));
    }

    private static OwnedNumber number(String id, String phoneNumber) {
        return new OwnedNumber(id, phoneNumber, Optional.of(APPLICATION), Optional.of(PROFILE));
    }
}
