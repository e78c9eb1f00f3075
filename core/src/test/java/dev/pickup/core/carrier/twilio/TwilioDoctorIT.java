package dev.pickup.core.carrier.twilio;

import static dev.pickup.core.carrier.twilio.SeededTwilio.ACCOUNT;
import static dev.pickup.core.carrier.twilio.SeededTwilio.KEY;
import static dev.pickup.core.carrier.twilio.SeededTwilio.TOKEN;
import static dev.pickup.core.carrier.twilio.SeededTwilio.seed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.carrier.Capability;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.carrier.Finding.Cause;
import dev.pickup.core.carrier.Finding.Status;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.simulators.twilio.account.ApiKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a token or a key may do is found out exactly, and by nothing that changes anything.
class TwilioDoctorIT {
    /// By capability, the permissions of a restricted key that make it.
    private static final Map<Capability, Set<String>> PERMISSIONS = Map.of(
            Capability.READ_NUMBERS,
            Set.of("/twilio/phone-numbers/active-numbers/list", "/twilio/phone-numbers/active-numbers/read"),
            Capability.CHANGE_ROUTING,
            Set.of("/twilio/phone-numbers/active-numbers/update"),
            Capability.CONTROL_CALLS,
            Set.of("/twilio/voice/calls/read", "/twilio/voice/calls/update"),
            Capability.PLACE_CALLS,
            Set.of("/twilio/voice/calls/create"),
            Capability.SEND_MESSAGES,
            Set.of("/twilio/messaging/messages/create"),
            Capability.MANAGE_MESSAGING,
            Set.of("/twilio/messaging/services/list"),
            Capability.READ_RECORDINGS,
            Set.of("/twilio/voice/recordings/read"),
            Capability.READ_COSTS,
            Set.of("/twilio/billing/usage/read"));

    @AutoClose
    private final RunningTwilio twilio = new RunningTwilio();

    @Test
    void allIsWellWithAnAuthToken() {
        TwilioAccount account = twilio.account();
        assertThat(account.capabilities()).startsWith(Capability.OPEN_ACCOUNT).hasSize(10);
        String before = twilio.exchange().account(ACCOUNT).snapshot();
        assertThat(account.capabilities())
                .allSatisfy(c -> assertThat(account.probe(c)).isEqualTo(Finding.ok(c)));
        assertThat(twilio.exchange().account(ACCOUNT).snapshot()).isEqualTo(before);
        assertThat(account.webhookKey()).contains(Secret.of(TOKEN));
    }

    @ParameterizedTest
    @EnumSource(
            value = Capability.class,
            names = {"OPEN_ACCOUNT", "VERIFY_WEBHOOKS", "MANAGE_APPLICATIONS"},
            mode = EnumSource.Mode.EXCLUDE)
    void eachPermissionThatAKeyLacksIsNamedAndNoOther(Capability lacking) {
        for (String permission : PERMISSIONS.getOrDefault(lacking, Set.of())) {
            Set<String> allowed = new TreeSet<>();
            PERMISSIONS.values().forEach(allowed::addAll);
            allowed.remove(permission);
            twilio.restart(seed().withKey(ApiKey.restricted(KEY, "key-secret", allowed.toArray(String[]::new))));
            TwilioAccount account = twilio.open(Optional.of(TOKEN), Optional.of("key-secret"));
            for (Capability capability : account.capabilities()) {
                Finding finding = account.probe(capability);
                if (capability == lacking) {
                    assertThat(finding.status()).as(permission).isEqualTo(Status.MISSING);
                    assertThat(finding.cause()).contains(Cause.PERMISSION);
                    assertThat(finding.words()).contains(permission.substring(1) + " is missing");
                    assertThat(finding.grant()).endsWith(permission.substring(1));
                } else {
                    assertThat(finding).as(permission).isEqualTo(Finding.ok(capability));
                }
            }
        }
    }

    @Test
    void aWrongSecretIsToldFromEverythingElse() {
        TwilioAccount wrong = twilio.open(Optional.of("f".repeat(32)), Optional.empty());
        for (Capability capability : wrong.capabilities()) {
            assertThat(wrong.probe(capability).cause()).as(capability.name()).contains(Cause.WRONG_SECRET);
        }
        TwilioAccount wrongKey = twilio.open(Optional.of(TOKEN), Optional.of("wrong"));
        assertThat(wrongKey.probe(Capability.OPEN_ACCOUNT).cause()).contains(Cause.WRONG_SECRET);
        assertThat(wrongKey.probe(Capability.VERIFY_WEBHOOKS).status()).isEqualTo(Status.OK);
    }

    @Test
    void credentialsOfAnotherRegionAreToldFromWrongOnes() {
        twilio.restart(seed().inRegion("au1"));
        Finding finding = twilio.account().probe(Capability.OPEN_ACCOUNT);
        assertThat(finding.cause()).contains(Cause.WRONG_REGION);
        assertThat(finding.words()).contains("au1");
    }

    @Test
    void aSuspendedAccountIsToldFromAWrongSecret() {
        twilio.exchange().account(ACCOUNT).setStatus("suspended");
        Finding open = twilio.account().probe(Capability.OPEN_ACCOUNT);
        assertThat(open.cause()).contains(Cause.SUSPENDED);
        assertThat(open.words()).isEqualTo("The account is suspended.");
        assertThat(twilio.account().probe(Capability.READ_NUMBERS).cause()).contains(Cause.SUSPENDED);
    }

    @Test
    void aTrialAccountWorksAndIsCalledOne() {
        twilio.restart(seed().withType("Trial"));
        Finding finding = twilio.account().probe(Capability.OPEN_ACCOUNT);
        assertThat(finding.status()).isEqualTo(Status.OK);
        assertThat(finding.cause()).contains(Cause.TRIAL);
    }

    @Test
    void aKeyWithoutAnAuthTokenCannotVerifyWebhooks() {
        twilio.restart(seed().withKey(ApiKey.standard(KEY, "key-secret")));
        TwilioAccount account = twilio.open(Optional.empty(), Optional.of("key-secret"));
        assertThat(account.probe(Capability.OPEN_ACCOUNT)).isEqualTo(Finding.ok(Capability.OPEN_ACCOUNT));
        assertThat(account.probe(Capability.CHANGE_ROUTING).status()).isEqualTo(Status.OK);
        assertThat(account.probe(Capability.VERIFY_WEBHOOKS).cause()).contains(Cause.SETUP);
        assertThat(account.webhookKey()).isEmpty();
    }

    @Test
    void nobodyThereIsUnknownAndNotMissing() {
        TwilioAccount account = twilio.account();
        twilio.exchange().close();
        Finding finding = account.probe(Capability.OPEN_ACCOUNT);
        assertThat(finding.status()).isEqualTo(Status.UNKNOWN);
        assertThat(finding.cause()).contains(Cause.UNREACHABLE);
        assertThatThrownBy(() -> account.find(new PhoneNumber("+13125550102")))
                .isInstanceOf(CarrierUnavailableException.class)
                .hasMessageNotContaining(TOKEN)
                .hasMessageNotContaining("5550102");
    }
}
