package dev.pickup.simulators.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.simulators.twilio.account.ApiKey;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Application;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.OwnedNumber;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Service;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Trunk;
import dev.pickup.simulators.twilio.fault.RestFault;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the REST API shows, changes and refuses, with which status, which code and which words.
class AccountRestIT {
    private static final String ACCOUNT = "AC" + "1".repeat(32);
    private static final String TOKEN = "f".repeat(32);
    private static final String NUMBER = "PN" + "1".repeat(32);
    private static final String SECOND = "PN" + "2".repeat(32);
    private static final String APP = "AP" + "1".repeat(32);
    private static final String TRUNK = "TK" + "1".repeat(32);
    private static final String SERVICE = "MG" + "1".repeat(32);
    private static final String STANDARD = "SK" + "1".repeat(32);
    private static final String RESTRICTED = "SK" + "2".repeat(32);

    private TwilioExchange exchange;
    private TwilioCustomer customer;

    @BeforeEach
    void start() {
        exchange = TwilioExchange.start(TwilioExchangeSettings.of(seed()));
        customer = new TwilioCustomer(exchange.apiBase(), ACCOUNT, ACCOUNT, TOKEN);
    }

    @AfterEach
    void stop() {
        customer.close();
        exchange.close();
    }

    private static TwilioAccountSeed seed() {
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

    private TwilioCustomer with(String username, String password) {
        return new TwilioCustomer(exchange.apiBase(), ACCOUNT, username, password);
    }

    @ParameterizedTest(name = "user <{0}>")
    @CsvSource({
        "'','',Authenticate",
        "AC11111111111111111111111111111111,wrong,Authenticate",
        "SK11111111111111111111111111111111,wrong,Authenticate",
        "AC99999999999999999999999999999999,wrong,Authentication Error - invalid username"
    })
    void whoeverHasNoGoodCredentialsIsRefused(String username, String password, String message) {
        try (TwilioCustomer stranger = with(username, password)) {
            for (String path : List.of(".json", "/IncomingPhoneNumbers.json", "/Calls.json", "/Nothing.json")) {
                var answer = stranger.get(path);
                assertThat(answer.status()).as(path).isEqualTo(401);
                assertThat(answer.response().body())
                        .as(path)
                        .isEqualTo("{\"code\":20003,\"message\":\"" + message
                                + "\",\"more_info\":\"https://www.twilio.com/docs/errors/20003\",\"status\":401}");
            }
        }
    }

    @Test
    void aRestrictedKeyIsToldWhichPermissionItLacks() {
        try (TwilioCustomer key = with(RESTRICTED, "restricted-secret")) {
            assertThat(key.get("/IncomingPhoneNumbers.json").status()).isEqualTo(200);
            var refused =
                    key.post("/IncomingPhoneNumbers/" + NUMBER + ".json", Map.of("VoiceUrl", "https://x.example"));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo(70051);
            assertThat(refused.text("message"))
                    .isEqualTo(
                            "Authorization Error: required permission twilio/phone-numbers/active-numbers/update is missing");
            assertThat(key.get("/Messages.json").text("message"))
                    .isEqualTo("Authorization Error: required permission twilio/messaging/messages/list is missing");
        }
        assertThat(exchange.account(ACCOUNT)
                        .number("+13125550199")
                        .orElseThrow()
                        .path("voice_url")
                        .asText())
                .isEqualTo("https://pbx.example.com/voice");
    }

    @Test
    void aStandardKeyOpensAllButTheAccountItself() {
        try (TwilioCustomer key = with(STANDARD, "standard-secret")) {
            assertThat(key.get("/IncomingPhoneNumbers/" + NUMBER + ".json").status())
                    .isEqualTo(200);
            assertThat(key.get(".json").text("message")).isEqualTo("Authenticate");
            assertThat(key.get("/Keys.json").code()).isEqualTo(20003);
        }
        assertThat(customer.get(".json").text("status")).isEqualTo("active");
    }

    @Test
    void aSuspendedAccountShowsItselfAndNothingElse() {
        exchange.account(ACCOUNT).setStatus("suspended");
        assertThat(customer.get(".json").text("status")).isEqualTo("suspended");
        var refused = customer.get("/IncomingPhoneNumbers.json");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo(20005);
    }

    @Test
    void credentialsAreGoodInTheirOwnRegionOnly() {
        try (TwilioCustomer elsewhere =
                new TwilioCustomer(exchange.apiBase(), ACCOUNT, ACCOUNT, TOKEN, "api.dublin.ie1.twilio.com")) {
            assertThat(elsewhere.get("/IncomingPhoneNumbers.json").code()).isEqualTo(20003);
        }
        var route = customer.send("GET", "/v2/PhoneNumbers/+14155550123", "", "");
        assertThat(route.text("voice_region")).isEqualTo("ie1");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "VoiceUrl;not a url;400;21402",
                "VoiceUrl;ftp://x.example/y;400;21402",
                "VoiceMethod;PUT;400;21403",
                "VoiceCallerIdLookup;yes;400;20001",
                "VoiceURL;https://x.example;400;20001",
                "voice_url;https://x.example;400;20001",
                "TrunkSid;TK99999999999999999999999999999999;404;20404",
                "TrunkSid;nonsense;400;20001",
                "VoiceApplicationSid;AP99999999999999999999999999999999;404;20404"
            })
    void whatIsWrongIsRefusedAndChangesNothing(String name, String value, int status, int code) {
        String before = exchange.account(ACCOUNT).snapshot();
        var answer = customer.post("/IncomingPhoneNumbers/" + NUMBER + ".json", Map.of(name, value));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(exchange.account(ACCOUNT).snapshot()).isEqualTo(before);
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        String path = "/2010-04-01/Accounts/" + ACCOUNT + "/IncomingPhoneNumbers/" + NUMBER + ".json";
        assertThat(customer.send("POST", path, "{\"VoiceUrl\":\"https://x.example\"}", "application/json")
                        .status())
                .isEqualTo(415);
        assertThat(customer.send("POST", path, "VoiceUrl=%zz", "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void settingATrunkDeletesTheApplicationAndTheOtherWayRound() {
        String path = "/IncomingPhoneNumbers/" + NUMBER + ".json";
        assertThat(customer.post(path, Map.of("VoiceApplicationSid", APP)).text("voice_application_sid"))
                .isEqualTo(APP);
        var onTrunk = customer.post(path, Map.of("TrunkSid", TRUNK));
        assertThat(onTrunk.text("trunk_sid")).isEqualTo(TRUNK);
        assertThat(onTrunk.text("voice_application_sid")).isEmpty();
        assertThat(onTrunk.text("voice_url")).isEqualTo("https://pbx.example.com/voice");
        var onApplication = customer.post(path, Map.of("VoiceApplicationSid", APP));
        assertThat(onApplication.body().path("trunk_sid").isNull()).isTrue();
        assertThat(customer.post(path, Map.of("VoiceApplicationSid", "")).text("voice_application_sid"))
                .isEmpty();
    }

    @Test
    void anAccountThatIsPutBackIsTheSameByteByByte() {
        String before = exchange.account(ACCOUNT).snapshot();
        String path = "/IncomingPhoneNumbers/" + NUMBER + ".json";
        String ours = customer.post("/Applications.json", Map.of("FriendlyName", "ours"))
                .text("sid");
        customer.post(path, Map.of("VoiceApplicationSid", ours, "SmsUrl", "https://ours.example/sms"));
        assertThat(exchange.account(ACCOUNT).snapshot()).isNotEqualTo(before);
        customer.post(path, Map.of("VoiceApplicationSid", "", "SmsUrl", ""));
        assertThat(customer.send(
                                "DELETE", "/2010-04-01/Accounts/" + ACCOUNT + "/Applications/" + ours + ".json", "", "")
                        .status())
                .isEqualTo(204);
        assertThat(exchange.account(ACCOUNT).snapshot()).isEqualTo(before);
    }

    @Test
    void listsComeInPagesThatAreLinked() {
        var first = customer.get("/IncomingPhoneNumbers.json?PageSize=1");
        assertThat(first.body().path("incoming_phone_numbers")).hasSize(1);
        var second = customer.send("GET", first.text("next_page_uri"), "", "");
        assertThat(second.body().at("/incoming_phone_numbers/0/phone_number").asText())
                .isEqualTo("+14155550123");
        assertThat(second.body().path("next_page_uri").isNull()).isTrue();
        assertThat(customer.get("/IncomingPhoneNumbers.json?Page=1").status()).isEqualTo(400);
        assertThat(customer.get("/IncomingPhoneNumbers.json?PageSize=1001").status())
                .isEqualTo(400);
        assertThat(customer.get("/IncomingPhoneNumbers.json?Colour=red").code()).isEqualTo(20001);
        assertThat(customer.get("/IncomingPhoneNumbers.json?PhoneNumber=%2B13125550199")
                        .body()
                        .path("incoming_phone_numbers"))
                .hasSize(1);
    }

    @Test
    void servicesAndTrunksAreListedInTheMannerOfTheNewerHosts() {
        var services = customer.send("GET", "/v1/Services", "", "");
        assertThat(services.body().at("/meta/key").asText()).isEqualTo("services");
        assertThat(services.body().at("/services/0/sid").asText()).isEqualTo(SERVICE);
        var senders = customer.send("GET", "/v1/Services/" + SERVICE + "/PhoneNumbers", "", "");
        assertThat(senders.body().at("/phone_numbers/0/sid").asText()).isEqualTo(NUMBER);
        customer.post("/IncomingPhoneNumbers/" + SECOND + ".json", Map.of("TrunkSid", TRUNK));
        String numbers = "/v1/Trunks/" + TRUNK + "/PhoneNumbers";
        assertThat(customer.send("GET", numbers, "", "").body().path("phone_numbers"))
                .hasSize(1);
        assertThat(customer.send("DELETE", numbers + "/" + SECOND, "", "").status())
                .isEqualTo(204);
        assertThat(customer.send("GET", numbers, "", "").body().path("phone_numbers"))
                .isEmpty();
    }

    @Test
    void aHostServesItsOwnPathsOnly() {
        try (TwilioCustomer trunking =
                new TwilioCustomer(exchange.apiBase(), ACCOUNT, ACCOUNT, TOKEN, "trunking.twilio.com")) {
            assertThat(trunking.send("GET", "/v1/Trunks", "", "").status()).isEqualTo(200);
            assertThat(trunking.send("GET", "/v1/Services", "", "").code()).isEqualTo(20404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/IncomingPhoneNumbers/PN00000000000000000000000000000000.json", "/Calls/CA0.json", "/No.json"})
    void whatDoesNotExistIsNotFoundByItsWholePath(String path) {
        var answer = customer.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("message"))
                .isEqualTo("The requested resource /2010-04-01/Accounts/" + ACCOUNT + path + " was not found");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "'','',21604",
        "+13125550111,'',21603",
        "+1,x,21211",
        "+13125550111,+19995550000,21606",
        "+13125550112,+13125550199,21610"
    })
    void textsAreCheckedBeforeTheyAreTaken(String to, String from, int code) {
        exchange.close();
        exchange = TwilioExchange.start(TwilioExchangeSettings.of(seed().withOptedOut("+13125550112")));
        try (TwilioCustomer sender = with(ACCOUNT, TOKEN)) {
            assertThat(sender.post("/Messages.json", Map.of("To", to, "From", from, "Body", "Hello"))
                            .code())
                    .isEqualTo(code);
        }
    }

    @Test
    void aTrialAccountTextsVerifiedNumbersOnly() {
        exchange.close();
        exchange = TwilioExchange.start(
                TwilioExchangeSettings.of(seed().withType("Trial").withVerified("+13125550111")));
        try (TwilioCustomer trial = with(ACCOUNT, TOKEN)) {
            assertThat(trial.get(".json").text("type")).isEqualTo("Trial");
            Map<String, String> text = Map.of("To", "+13125550113", "From", "+13125550199", "Body", "Hello");
            assertThat(trial.post("/Messages.json", text).code()).isEqualTo(21608);
            var taken = trial.post(
                    "/Messages.json", Map.of("To", "+13125550111", "From", "+13125550199", "Body", "x".repeat(161)));
            assertThat(taken.status()).isEqualTo(201);
            assertThat(taken.text("num_segments")).isEqualTo("2");
        }
    }

    @Test
    void faultsHappenAsOftenAsTheScriptSays() {
        exchange.faults().add("GET", "/Calls", 2, new RestFault.RateLimited());
        assertThat(customer.get("/Calls.json").code()).isEqualTo(20429);
        assertThat(customer.get("/Calls.json").status()).isEqualTo(429);
        assertThat(customer.get("/Calls.json").status()).isEqualTo(200);
        exchange.faults().add("*", "", 1, new RestFault.Fails(503));
        assertThat(customer.get("/Calls.json").status()).isEqualTo(503);
    }

    @Test
    void aChangeWhoseAnswerIsLostWasMade() {
        exchange.faults().add("POST", "/IncomingPhoneNumbers", 1, new RestFault.AnswerLost(0));
        String path = "/IncomingPhoneNumbers/" + NUMBER + ".json";
        assertThatThrownBy(() -> customer.post(path, Map.of("FriendlyName", "Changed")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(customer.get(path).text("friendly_name")).isEqualTo("Changed");
        exchange.faults().add("POST", "/IncomingPhoneNumbers", 1, new RestFault.FailsAfterwards(500));
        assertThat(customer.post(path, Map.of("FriendlyName", "Again")).status())
                .isEqualTo(500);
        assertThat(customer.get(path).text("friendly_name")).isEqualTo("Again");
    }

    @Test
    void tooManyRequestsAtOnceAreRefused() {
        exchange.close();
        exchange = TwilioExchange.start(TwilioExchangeSettings.of(seed().withConcurrency(1)));
        exchange.faults().add("GET", "/Recordings", 1, new RestFault.Slow(2000));
        try (TwilioCustomer busy = with(ACCOUNT, TOKEN)) {
            Thread slow = Thread.ofVirtual().start(() -> busy.get("/Recordings.json"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> busy.get("/Calls.json").code() == 20429 || !slow.isAlive());
            assertThat(slow.isAlive()).isTrue();
        }
    }

    @Test
    void everyAnswerHasARequestId() {
        assertThat(customer.get("/Calls.json").response().headers().firstValue("Twilio-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("RQ[0-9a-f]{32}"));
        assertThat(customer.get("/No.json").response().headers().firstValue("Twilio-Request-Id"))
                .isPresent();
    }

    @Test
    void theControlsOpenAnAccountAndShowItWhole() {
        String seeded = """
                {"sid":"AC22222222222222222222222222222222","authToken":"t0ken",
                 "numbers":[{"sid":"PN33333333333333333333333333333333","phoneNumber":"+442071838750"}],
                 "keys":[{"sid":"SK33333333333333333333333333333333","secret":"s","kind":"restricted",
                          "allow":["/twilio/voice/calls/list"]}]}""";
        assertThat(customer.send("POST", "/simulator/accounts", seeded, "application/json")
                        .status())
                .isEqualTo(201);
        var shown = customer.send("GET", "/simulator/accounts/AC22222222222222222222222222222222", "", "");
        assertThat(shown.body()
                        .at("/incoming_phone_numbers/PN33333333333333333333333333333333/phone_number")
                        .asText())
                .isEqualTo("+442071838750");
        assertThat(customer.send("POST", "/simulator/accounts", seeded, "application/json")
                        .text("error"))
                .contains("one account only");
        assertThat(customer.send("POST", "/simulator/accounts", "{\"sidd\":1}", "application/json")
                        .text("error"))
                .isEqualTo("There is no field 'sidd'.");
        String fault = "{\"path\":\"/Calls\",\"fault\":\"fails\",\"value\":500}";
        customer.send("POST", "/simulator/faults", fault, "application/json");
        assertThat(customer.get("/Calls.json").code()).isEqualTo(20500);
    }
}
