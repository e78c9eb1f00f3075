package dev.pickup.simulators.twilio;

import static dev.pickup.simulators.twilio.SeededTwilio.ACCOUNT;
import static dev.pickup.simulators.twilio.SeededTwilio.NUMBER;
import static dev.pickup.simulators.twilio.SeededTwilio.RESTRICTED;
import static dev.pickup.simulators.twilio.SeededTwilio.STANDARD;
import static dev.pickup.simulators.twilio.SeededTwilio.TOKEN;
import static dev.pickup.simulators.twilio.SeededTwilio.seed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.simulators.twilio.fault.RestFault;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who gets in to the REST API, how far, and in which state of the network.
class AccountAccessIT {
    @AutoClose
    private TwilioExchange exchange = TwilioExchange.start(TwilioExchangeSettings.of(seed()));

    @AutoClose
    private final TwilioCustomer customer = with(ACCOUNT, TOKEN);

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

    @Test
    void aHostServesItsOwnPathsOnly() {
        try (TwilioCustomer trunking =
                new TwilioCustomer(exchange.apiBase(), ACCOUNT, ACCOUNT, TOKEN, "trunking.twilio.com")) {
            assertThat(trunking.send("GET", "/v1/Trunks", "", "").status()).isEqualTo(200);
            assertThat(trunking.send("GET", "/v1/Services", "", "").code()).isEqualTo(20404);
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
