package dev.pickup.core.carrier.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.Page;
import dev.pickup.core.UnknownCursorException;
import dev.pickup.core.carrier.Capability;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierNumber.Kind;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.carrier.Finding.Cause;
import dev.pickup.core.carrier.Finding.Status;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.carrier.Preparation;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.simulators.twilio.TwilioExchange;
import dev.pickup.simulators.twilio.TwilioExchangeSettings;
import dev.pickup.simulators.twilio.account.ApiKey;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Application;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.OwnedNumber;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Service;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Trunk;
import dev.pickup.simulators.twilio.fault.RestFault;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A customer's account, as the importer and the doctor see it, against the simulated one.
class TwilioAccountIT {
    private static final String ACCOUNT = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String PLAIN = "PN" + "1".repeat(32);
    private static final String BY_APPLICATION = "PN" + "2".repeat(32);
    private static final String BY_TRUNK = "PN" + "3".repeat(32);
    private static final String ABROAD = "PN" + "4".repeat(32);
    private static final String APPLICATION = "AP" + "1".repeat(32);
    private static final String TRUNK = "TK" + "1".repeat(32);
    private static final String SERVICE = "MG" + "1".repeat(32);
    private static final String KEY = "SK" + "1".repeat(32);
    private static final OurPlace PLACE = new OurPlace(
            "Pickup import 7",
            URI.create("https://pickup.example/webhooks/twilio/voice/cred-7"),
            URI.create("https://pickup.example/webhooks/twilio/voice/status/cred-7"),
            URI.create("https://pickup.example/webhooks/twilio/messaging/cred-7"));
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

    private final HttpClient http = HttpClient.newHttpClient();
    private TwilioExchange exchange;

    @BeforeEach
    void start() {
        exchange = TwilioExchange.start(TwilioExchangeSettings.of(seed()));
    }

    @AfterEach
    void stop() {
        exchange.close();
        http.shutdownNow();
    }

    private static TwilioAccountSeed seed() {
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

    private TwilioAccount account() {
        return open(Optional.of(TOKEN), Optional.empty());
    }

    private TwilioAccount open(Optional<String> token, Optional<String> keySecret) {
        TwilioSettings settings =
                new TwilioSettings(exchange.apiBase(), Duration.ofSeconds(10), 3, Duration.ofMillis(1));
        return new TwilioAccounts(settings, http)
                .open(new CarrierCredentials.Twilio(
                        ACCOUNT,
                        token.map(Secret::of),
                        keySecret.map(s -> new CarrierCredentials.Twilio.ApiKey(KEY, Secret.of(s)))));
    }

    private void restart(TwilioAccountSeed seed) {
        exchange.close();
        exchange = TwilioExchange.start(TwilioExchangeSettings.of(seed));
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN_NUMBER, APPLICATION_NUMBER, TRUNK_NUMBER})
    void aNumberIsPointedAtUsAndPutBackByteByByte(String id) {
        String before = exchange.account(ACCOUNT).snapshot();
        TwilioAccount account = account();
        NumberRouting routing = account.routing(id).orElseThrow();
        Preparation.Ready ready = (Preparation.Ready) account.prepare(PLACE, routing);

        account.write(id, ready.fields());
        NumberRouting ours = account.routing(id).orElseThrow();
        assertThat(ours.against(ready.fields())).isEmpty();
        var number = exchange.account(ACCOUNT).number(routing.number().e164()).orElseThrow();
        assertThat(number.path("voice_url").asText()).isEqualTo(PLACE.voice().toString());
        assertThat(number.path("trunk_sid").isNull()).isTrue();
        assertThat(number.path("voice_application_sid").asText()).isEmpty();

        account.write(id, restored(ready, routing));
        account.removeOurs(PLACE.name());
        assertThat(exchange.account(ACCOUNT).snapshot()).isEqualTo(before);
        assertThat(account.routing(id).orElseThrow().fields()).isEqualTo(routing.fields());
    }

    private static final String PLAIN_NUMBER = "PN11111111111111111111111111111111";
    private static final String APPLICATION_NUMBER = "PN22222222222222222222222222222222";
    private static final String TRUNK_NUMBER = "PN33333333333333333333333333333333";

    /// What was written, as it was before.
    private static Map<String, String> restored(Preparation.Ready ready, NumberRouting before) {
        Map<String, String> fields = new LinkedHashMap<>();
        ready.fields().keySet().forEach(f -> fields.put(f, before.fields().getOrDefault(f, "null")));
        return fields;
    }

    @Test
    void textsThatSomebodyReceivesStayWithThem() {
        TwilioAccount account = account();
        assertThat(ready(account, PLAIN).fields()).containsEntry("sms_url", "\"" + PLACE.messaging() + "\"");
        assertThat(ready(account, BY_APPLICATION).fields()).doesNotContainKey("sms_url");
        assertThat(ready(account, BY_APPLICATION).notes()).hasSize(1);
        assertThat(ready(account, BY_TRUNK).fields()).doesNotContainKey("sms_url");
        assertThat(ready(account, BY_TRUNK).notes())
                .containsExactly("Texts to this number stay with its messaging service.");
    }

    private static Preparation.Ready ready(TwilioAccount account, String id) {
        return (Preparation.Ready) account.prepare(PLACE, account.routing(id).orElseThrow());
    }

    @Test
    void preparingAgainAfterPointingAtUsSaysTheSame() {
        TwilioAccount account = account();
        NumberRouting before = account.routing(PLAIN).orElseThrow();
        Preparation first = account.prepare(PLACE, before);
        account.write(PLAIN, ((Preparation.Ready) first).fields());
        assertThat(account.prepare(PLACE, before)).isEqualTo(first);
    }

    @Test
    void aNumberOfAnotherRegionCannotBePointedAtUs() {
        String before = exchange.account(ACCOUNT).snapshot();
        TwilioAccount account = account();
        assertThat(account.prepare(PLACE, account.routing(ABROAD).orElseThrow()))
                .isInstanceOfSatisfying(Preparation.Impossible.class, impossible -> {
                    assertThat(impossible.code()).isEqualTo("wrong-region");
                    assertThat(impossible.detail()).contains("ie1");
                });
        assertThat(exchange.account(ACCOUNT).snapshot()).isEqualTo(before);
    }

    @Test
    void numbersAreListedInPagesWithWhereTheyPoint() {
        TwilioAccount account = account();
        Page<CarrierNumber> first = account.numbers(3, Optional.empty());
        Page<CarrierNumber> second = account.numbers(3, first.next());
        assertThat(first.items())
                .extracting(n -> n.calls().kind())
                .containsExactly(Kind.URL, Kind.APPLICATION, Kind.TRUNK);
        assertThat(first.items().get(1).calls().name()).isEqualTo("Old PBX");
        assertThat(first.items().get(1).calls().url()).isEqualTo("https://pbx.example.com/app");
        assertThat(first.items().get(2).calls().name()).isEqualTo("Office");
        assertThat(first.items().get(2).texts().kind()).isEqualTo(Kind.MESSAGING_PROFILE);
        assertThat(second.items()).extracting(CarrierNumber::id).containsExactly(ABROAD);
        assertThat(second.next()).isEmpty();
        assertThatThrownBy(() -> account.numbers(3, Optional.of("nonsense")))
                .isInstanceOf(UnknownCursorException.class);
        assertThat(account.find(new PhoneNumber("+13125550102")).map(CarrierNumber::id))
                .contains(BY_APPLICATION);
        assertThat(account.find(new PhoneNumber("+13125550199"))).isEmpty();
        assertThat(account.routing("PN" + "9".repeat(32))).isEmpty();
    }

    @Test
    void allIsWellWithAnAuthToken() {
        TwilioAccount account = account();
        assertThat(account.capabilities()).startsWith(Capability.OPEN_ACCOUNT).hasSize(10);
        String before = exchange.account(ACCOUNT).snapshot();
        assertThat(account.capabilities())
                .allSatisfy(c -> assertThat(account.probe(c)).isEqualTo(Finding.ok(c)));
        assertThat(exchange.account(ACCOUNT).snapshot()).isEqualTo(before);
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
            restart(seed().withKey(ApiKey.restricted(KEY, "key-secret", allowed.toArray(String[]::new))));
            TwilioAccount account = open(Optional.of(TOKEN), Optional.of("key-secret"));
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
        TwilioAccount wrong = open(Optional.of("f".repeat(32)), Optional.empty());
        for (Capability capability : wrong.capabilities()) {
            assertThat(wrong.probe(capability).cause()).as(capability.name()).contains(Cause.WRONG_SECRET);
        }
        TwilioAccount wrongKey = open(Optional.of(TOKEN), Optional.of("wrong"));
        assertThat(wrongKey.probe(Capability.OPEN_ACCOUNT).cause()).contains(Cause.WRONG_SECRET);
        assertThat(wrongKey.probe(Capability.VERIFY_WEBHOOKS).status()).isEqualTo(Status.OK);
    }

    @Test
    void credentialsOfAnotherRegionAreToldFromWrongOnes() {
        restart(seed().inRegion("au1"));
        Finding finding = account().probe(Capability.OPEN_ACCOUNT);
        assertThat(finding.cause()).contains(Cause.WRONG_REGION);
        assertThat(finding.words()).contains("au1");
    }

    @Test
    void aSuspendedAccountIsToldFromAWrongSecret() {
        exchange.account(ACCOUNT).setStatus("suspended");
        Finding open = account().probe(Capability.OPEN_ACCOUNT);
        assertThat(open.cause()).contains(Cause.SUSPENDED);
        assertThat(open.words()).isEqualTo("The account is suspended.");
        assertThat(account().probe(Capability.READ_NUMBERS).cause()).contains(Cause.SUSPENDED);
    }

    @Test
    void aTrialAccountWorksAndIsCalledOne() {
        restart(seed().withType("Trial"));
        Finding finding = account().probe(Capability.OPEN_ACCOUNT);
        assertThat(finding.status()).isEqualTo(Status.OK);
        assertThat(finding.cause()).contains(Cause.TRIAL);
    }

    @Test
    void aKeyWithoutAnAuthTokenCannotVerifyWebhooks() {
        restart(seed().withKey(ApiKey.standard(KEY, "key-secret")));
        TwilioAccount account = open(Optional.empty(), Optional.of("key-secret"));
        assertThat(account.probe(Capability.OPEN_ACCOUNT)).isEqualTo(Finding.ok(Capability.OPEN_ACCOUNT));
        assertThat(account.probe(Capability.CHANGE_ROUTING).status()).isEqualTo(Status.OK);
        assertThat(account.probe(Capability.VERIFY_WEBHOOKS).cause()).contains(Cause.SETUP);
        assertThat(account.webhookKey()).isEmpty();
    }

    @Test
    void nobodyThereIsUnknownAndNotMissing() {
        TwilioAccount account = account();
        exchange.close();
        Finding finding = account.probe(Capability.OPEN_ACCOUNT);
        assertThat(finding.status()).isEqualTo(Status.UNKNOWN);
        assertThat(finding.cause()).contains(Cause.UNREACHABLE);
        assertThatThrownBy(() -> account.find(new PhoneNumber("+13125550102")))
                .isInstanceOf(CarrierUnavailableException.class)
                .hasMessageNotContaining(TOKEN)
                .hasMessageNotContaining("5550102");
    }

    @Test
    void readsAndStatesAreRepeatedAndAlwaysFailInTheEnd() {
        exchange.faults().add("GET", "/IncomingPhoneNumbers", 1, new RestFault.Fails(503));
        exchange.faults().add("GET", "/IncomingPhoneNumbers", 1, new RestFault.RateLimited());
        assertThat(account().find(new PhoneNumber("+13125550102"))).isPresent();
        exchange.faults().add("GET", "/IncomingPhoneNumbers", 3, new RestFault.Fails(503));
        assertThatThrownBy(() -> account().find(new PhoneNumber("+13125550102")))
                .isInstanceOfSatisfying(CarrierUnavailableException.class, e -> {
                    assertThat(e.code()).isEqualTo("20503");
                    assertThat(e.requestId()).startsWith("RQ");
                });
    }

    @Test
    void aChangeWhoseAnswerIsLostIsMadeAgainAndComesToTheSame() {
        exchange.faults().add("POST", "/IncomingPhoneNumbers", 1, new RestFault.AnswerLost(0));
        exchange.faults().add("POST", "/IncomingPhoneNumbers", 1, new RestFault.FailsAfterwards(500));
        TwilioAccount account = account();
        account.write(PLAIN, new HashMap<>(Map.of("voice_url", "\"https://us.example\"")));
        assertThat(account.routing(PLAIN).orElseThrow().fields()).containsEntry("voice_url", "\"https://us.example\"");
    }

    @Test
    void aRefusedChangeSaysTheCodeAndNothingElse() {
        assertThatThrownBy(() -> account().write(PLAIN, Map.of("trunk_sid", "\"TK" + "9".repeat(32) + "\"")))
                .isInstanceOfSatisfying(CarrierRejectedException.class, e -> {
                    assertThat(e.code()).isEqualTo("20404");
                    assertThat(e.requestId()).startsWith("RQ");
                    assertThat(e).hasMessageNotContaining("TK9").hasMessageNotContaining(TOKEN);
                });
        assertThatThrownBy(() -> open(Optional.of("wrong"), Optional.empty()).numbers(1, Optional.empty()))
                .isInstanceOfSatisfying(
                        CarrierRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(CarrierRejectedException.Reason.NOT_ALLOWED));
    }
}
