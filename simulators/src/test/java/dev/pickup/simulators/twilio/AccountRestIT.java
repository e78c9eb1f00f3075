package dev.pickup.simulators.twilio;

import static dev.pickup.simulators.twilio.SeededTwilio.ACCOUNT;
import static dev.pickup.simulators.twilio.SeededTwilio.APP;
import static dev.pickup.simulators.twilio.SeededTwilio.NUMBER;
import static dev.pickup.simulators.twilio.SeededTwilio.SECOND;
import static dev.pickup.simulators.twilio.SeededTwilio.SERVICE;
import static dev.pickup.simulators.twilio.SeededTwilio.TOKEN;
import static dev.pickup.simulators.twilio.SeededTwilio.TRUNK;
import static dev.pickup.simulators.twilio.SeededTwilio.seed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the REST API shows, changes and refuses, with which status, which code and which words.
class AccountRestIT {
    @AutoClose
    private TwilioExchange exchange = TwilioExchange.start(TwilioExchangeSettings.of(seed()));

    @AutoClose
    private final TwilioCustomer customer = with(ACCOUNT, TOKEN);

    private TwilioCustomer with(String username, String password) {
        return new TwilioCustomer(exchange.apiBase(), ACCOUNT, username, password);
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
}
