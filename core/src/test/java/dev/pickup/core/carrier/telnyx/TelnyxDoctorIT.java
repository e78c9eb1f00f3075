package dev.pickup.core.carrier.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.carrier.Capability;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.carrier.Finding.Cause;
import dev.pickup.core.carrier.Finding.Status;
import dev.pickup.simulators.telnyx.account.Permission;
import dev.pickup.simulators.telnyx.account.Standing;
import dev.pickup.simulators.telnyx.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a key may do is found out exactly, and by nothing that changes anything.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelnyxDoctorIT {
    /// What each missing permission costs us; what is not named here is nothing we need.
    private static final Map<Permission, Capability> COSTS = Map.ofEntries(
            Map.entry(Permission.NUMBERS_READ, Capability.READ_NUMBERS),
            Map.entry(Permission.NUMBERS_WRITE, Capability.CHANGE_ROUTING),
            Map.entry(Permission.VOICE_READ, Capability.MANAGE_APPLICATIONS),
            Map.entry(Permission.VOICE_WRITE, Capability.MANAGE_APPLICATIONS),
            Map.entry(Permission.CALLS_CONTROL, Capability.CONTROL_CALLS),
            Map.entry(Permission.CALLS_PLACE, Capability.PLACE_CALLS),
            Map.entry(Permission.VOICE_PROFILES_READ, Capability.PLACE_CALLS),
            Map.entry(Permission.PUBLIC_KEY_READ, Capability.VERIFY_WEBHOOKS),
            Map.entry(Permission.MESSAGES_SEND, Capability.SEND_MESSAGES),
            Map.entry(Permission.MESSAGING_READ, Capability.MANAGE_MESSAGING),
            Map.entry(Permission.MESSAGING_WRITE, Capability.MANAGE_MESSAGING),
            Map.entry(Permission.RECORDINGS_READ, Capability.READ_RECORDINGS),
            Map.entry(Permission.REPORTS_READ, Capability.READ_COSTS));

    private CustomerAccount customer;

    @BeforeAll
    void start() {
        customer = new CustomerAccount();
    }

    @AfterAll
    void stop() {
        customer.close();
    }

    @AfterEach
    void mend() {
        customer.stand(Standing.ACTIVE);
        customer.provoke();
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatLacksOnePermissionLacksThatCapabilityAndNoOther(Permission missing) {
        String state = customer.state();
        List<Finding> findings = all(customer.open(CustomerAccount.without(missing)));
        Optional<Capability> expected = Optional.ofNullable(COSTS.get(missing));
        assertThat(findings)
                .filteredOn(f -> f.status() != Status.OK)
                .extracting(Finding::capability)
                .containsExactlyElementsOf(expected.stream().toList());
        findings.stream().filter(f -> f.status() != Status.OK).forEach(f -> {
            assertThat(f.status()).isEqualTo(Status.MISSING);
            assertThat(f.cause()).contains(Cause.PERMISSION);
            assertThat(f.words()).isEqualTo("10010: You are not authorized to access the requested resource.");
            assertThat(f.grant()).contains("portal.telnyx.com", "Organizations");
        });
        assertThat(customer.state()).isEqualTo(state);
    }

    @Test
    void aKeyThatMayDoAllLacksNothing() {
        String state = customer.state();
        assertThat(all(customer.open(CustomerAccount.KEY)))
                .hasSize(11)
                .containsExactlyElementsOf(customer.open(CustomerAccount.KEY).capabilities().stream()
                        .map(Finding::ok)
                        .toList());
        assertThat(customer.state()).isEqualTo(state);
    }

    @Test
    void aWrongKeyIsCalledWrong() {
        assertThat(all(customer.open("KEYof_somebody_else"))).allSatisfy(f -> {
            assertThat(f.status()).isEqualTo(Status.MISSING);
            assertThat(f.cause()).contains(Cause.WRONG_SECRET);
            assertThat(f.words()).startsWith("10009").doesNotContain("KEYof");
            assertThat(f.grant()).contains("API Keys");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"INACTIVE", "BLOCKED", "NOT_VERIFIED"})
    void aSuspendedAccountIsCalledSuspended(Standing standing) {
        customer.stand(standing);
        assertThat(all(customer.open(CustomerAccount.KEY))).allSatisfy(f -> {
            assertThat(f.status()).isEqualTo(Status.MISSING);
            assertThat(f.cause()).contains(Cause.SUSPENDED);
        });
    }

    @Test
    void aTrialAccountWorksAndIsCalledOne() {
        customer.stand(Standing.TRIAL);
        String state = customer.state();

        List<Finding> findings = all(customer.open(CustomerAccount.KEY));

        assertThat(findings).allMatch(f -> f.status() == Status.OK);
        assertThat(account(findings).cause()).contains(Cause.TRIAL);
        assertThat(account(findings).words()).startsWith("A trial account");
        assertThat(account(findings).grant()).contains("Account Levels");
        assertThat(customer.state()).isEqualTo(state);
    }

    @Test
    void whetherItIsATrialAccountIsUnknownToAKeyThatMayNotSearchAndWhenNobodyAnswers() {
        for (Standing standing : List.of(Standing.ACTIVE, Standing.TRIAL)) {
            customer.stand(standing);
            Finding cannot = account(all(customer.open(CustomerAccount.without(Permission.NUMBERS_SEARCH))));
            assertThat(cannot.status()).isEqualTo(Status.OK);
            assertThat(cannot.cause()).contains(Cause.TRIAL_UNKNOWN);
            assertThat(cannot.words()).contains("10010");
        }
        customer.provoke(new Fault.RequestFails("GET /available_phone_numbers", 1000, 503));
        assertThat(account(all(customer.open(CustomerAccount.KEY))).cause()).contains(Cause.TRIAL_UNKNOWN);
    }

    @Test
    void noAnswerProvesNothing() {
        assertThat(all(customer.unreachable())).allSatisfy(f -> {
            assertThat(f.status()).isEqualTo(Status.UNKNOWN);
            assertThat(f.cause()).contains(Cause.UNREACHABLE);
        });
        customer.provoke(new Fault.RequestFails(Fault.ANY, 1000, 503));
        assertThat(customer.open(CustomerAccount.KEY)
                        .probe(Capability.OPEN_ACCOUNT)
                        .cause())
                .contains(Cause.UNREACHABLE);
    }

    @Test
    void aHiccupIsNotReported() {
        customer.provoke(
                new Fault.RequestFails("GET /whoami", 1, 500), new Fault.RequestRateLimited("GET /recordings", 1, 1));
        assertThat(all(customer.open(CustomerAccount.KEY))).allMatch(f -> f.status() == Status.OK);
    }

    @Test
    void anAccountThatCannotDialOutLacksAProfileNotAPermission() {
        try (CustomerAccount mute = new CustomerAccount(List.of())) {
            Finding finding = mute.open(CustomerAccount.KEY).probe(Capability.PLACE_CALLS);
            assertThat(finding.status()).isEqualTo(Status.MISSING);
            assertThat(finding.cause()).contains(Cause.SETUP);
            assertThat(finding.grant()).contains("Outbound Voice Profiles");
        }
    }

    private static Finding account(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.capability() == Capability.OPEN_ACCOUNT)
                .findFirst()
                .orElseThrow();
    }

    private static List<Finding> all(TelnyxAccount account) {
        return account.capabilities().parallelStream().map(account::probe).toList();
    }
}
