package dev.pickup.core.byop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.byop.ByopImporter.Imported;
import dev.pickup.core.byop.ByopImporter.RolledBack;
import dev.pickup.core.byop.OpenAccounts.Opened;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.carrier.telnyx.TelnyxAccount;
import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.TelnyxExchangeSettings;
import dev.pickup.simulators.telnyx.account.ApiKey;
import dev.pickup.simulators.telnyx.account.Kind;
import dev.pickup.simulators.telnyx.account.Permission;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.account.SeededAccount.Application;
import dev.pickup.simulators.telnyx.account.SeededAccount.MessagingProfile;
import dev.pickup.simulators.telnyx.account.SeededAccount.OwnedNumber;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The importer over Telnyx' wire: whatever request fails or whose answer is lost, after the rollback the customer's
/// account is byte for byte what it was.
class TelnyxImportIT {
    private static final String KEY = "KEY0123456789abcdef";
    private static final String NUMBER_ID = "1293384261075731101";
    private static final PhoneNumber NUMBER = new PhoneNumber("+13125550101");
    private static final AccountId ACCOUNT = new AccountId("acc_a");
    private static final CredentialId CREDENTIAL = new CredentialId("cred_one");
    private static final URI HOOK = URI.create("https://pickup.example.com/webhooks/telnyx/voice/cred_one");
    private static final int ATTEMPTS = 3;

    private final FakeByopStore store = new FakeByopStore();
    private final HttpClient http = HttpClient.newHttpClient();
    private TelnyxExchange exchange;
    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private String before;

    @BeforeEach
    void start() {
        SeededAccount account = new SeededAccount(
                        KEY,
                        List.of(new OwnedNumber(NUMBER_ID, NUMBER.e164(), Optional.of("600"), Optional.of("mp-shop"))),
                        List.of(new Application("600", "Shop line", "https://shop.example.com/calls")))
                .withMessagingProfiles(new MessagingProfile("mp-shop", "Shop", "https://shop.example.com/texts"));
        for (Permission permission : Permission.values()) {
            account = account.withKey(ApiKey.full("KEYno_" + permission).without(permission));
        }
        exchange = TelnyxExchange.start(TelnyxExchangeSettings.of(account));
        ObjectNode forwarding = JsonNodeFactory.instance
                .objectNode()
                .put("call_forwarding_enabled", true)
                .put("forwards_to", "+13125550190")
                .put("forwarding_type", "always");
        exchange.account(KEY).resources().change(Kind.VOICE, NUMBER_ID, v -> v.set("call_forwarding", forwarding));
        exchange.account(KEY).resources().change(Kind.NUMBER, NUMBER_ID, n -> n.put("call_forwarding_enabled", true));
        store.credential(ACCOUNT, CREDENTIAL);
        before = state();
    }

    @AfterEach
    void stop() {
        exchange.close();
        http.close();
    }

    @Test
    void anImportedNumberRingsAtOursAndIsPutBackWhole() {
        assertThat(take(KEY))
                .isInstanceOfSatisfying(
                        Imported.Known.class,
                        known -> assertThat(known.state().stage()).isEqualTo(Stage.ACTIVE));
        assertThat(exchange.account(KEY).routing(NUMBER.e164()).orElseThrow())
                .satisfies(r -> assertThat(r.forwardsTo()).isEmpty())
                .satisfies(r ->
                        assertThat(r.application().orElseThrow().webhookUrl()).isEqualTo(HOOK.toString()));
        assertThat(rollBack(KEY)).isInstanceOf(RolledBack.Done.class);
        assertThat(state()).isEqualTo(before);
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                        "GET /phone_numbers/{id}",
                        "GET /phone_numbers/{id}/voice",
                        "POST /call_control_applications",
                        "POST /messaging_profiles",
                        "PATCH /phone_numbers/{id}",
                        "PATCH /phone_numbers/{id}/voice",
                        "PATCH /phone_numbers/{id}/messaging",
                        "DELETE /call_control_applications/{id}",
                        "DELETE /messaging_profiles/{id}")
                .flatMap(request -> Stream.of(
                        Arguments.of(request, new Fault.RequestFails(request, ATTEMPTS, 503)),
                        Arguments.of(request, new Fault.RequestDoneButFails(request, ATTEMPTS, 500)),
                        Arguments.of(request, new Fault.RequestAnswerLost(request, ATTEMPTS, 0)),
                        Arguments.of(request, new Fault.RequestTooEarly(request, ATTEMPTS))));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("troubles")
    void whateverFailsOnTheWayThereOrBackLeavesNothing(String request, Fault trouble) {
        provoke(trouble);
        try {
            take(KEY);
        } catch (CarrierUnavailableException e) {
            assertThat(request).startsWith("GET"); // before anything was kept: the customer asks again
        }
        settle();
        provoke(trouble);
        if (store.find(ACCOUNT, NUMBER).isPresent()) {
            try {
                rollBack(KEY);
            } catch (CarrierUnavailableException e) {
                assertThat(request).startsWith("GET");
            }
        }
        provoke();
        settle();
        if (store.find(ACCOUNT, NUMBER).filter(i -> i.stage() != Stage.UNDONE).isPresent()) {
            assertThat(rollBack(KEY)).isInstanceOf(RolledBack.Done.class);
        }
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"NUMBERS_WRITE", "VOICE_READ", "VOICE_WRITE"})
    void aKeyThatMayNotFinishLeavesTheNumberAloneAndAllIsGoneOnceItMay(Permission missing) {
        String routing = exchange.account(KEY).routing(NUMBER.e164()).toString();
        take("KEYno_" + missing);
        assertThat(store.find(ACCOUNT, NUMBER)
                        .orElseThrow()
                        .progress()
                        .reason()
                        .orElseThrow()
                        .code())
                .isEqualTo("carrier-not-allowed");
        assertThat(exchange.account(KEY).routing(NUMBER.e164())).hasToString(routing);
        settle();
        assertThat(store.find(ACCOUNT, NUMBER).orElseThrow().stage()).isEqualTo(Stage.UNDONE);
        assertThat(state()).isEqualTo(before);
    }

    private Imported take(String key) {
        return importer(key).take(ACCOUNT, CREDENTIAL, NUMBER, Optional.empty());
    }

    private RolledBack rollBack(String key) {
        return importer(key).rollBack(ACCOUNT, NUMBER, false);
    }

    /// As the reconciler does, until nothing is due.
    private void settle() {
        ImportDriver driver = driver(accounts(KEY));
        for (int round = 0; round < 20; round++) {
            now = now.plus(Duration.ofMinutes(10));
            store.due(now, 10).forEach(due -> driver.drive(due.account(), due.number()));
        }
    }

    private ByopImporter importer(String key) {
        return new ByopImporter(store, accounts(key), driver(accounts(key)), () -> now);
    }

    private ImportDriver driver(OpenAccounts accounts) {
        return new ImportDriver(
                store, (_, _) -> {}, accounts, i -> new OurPlace(i.placeName(), HOOK, HOOK, HOOK), () -> now);
    }

    private OpenAccounts accounts(String key) {
        TelnyxSettings settings =
                new TelnyxSettings(exchange.apiBase(), key, Duration.ofSeconds(20), ATTEMPTS, Duration.ofMillis(1));
        TelnyxAccount account = new TelnyxAccount(settings, http);
        return (_, _) -> Optional.of(new Opened(CarrierName.TELNYX, account));
    }

    private void provoke(Fault... faults) {
        exchange.account(KEY).faults().begin(FaultScript.of(faults));
    }

    private String state() {
        return exchange.account(KEY).state();
    }
}
