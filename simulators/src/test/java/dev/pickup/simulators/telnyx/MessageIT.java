package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts: what is refused, what becomes of them, and STOP.
class MessageIT {
    private static final String CALLER = TestLine.CALLER;

    @AutoClose
    private final TestLine line = new TestLine();

    private String profile;

    @BeforeEach
    void start() {
        profile = line.customer
                .post(
                        "/messaging_profiles",
                        "{\"name\":\"Texts\",\"whitelisted_destinations\":[\"US\"],\"webhook_url\":\""
                                + line.webhooks.url("/sms") + "\"}")
                .data()
                .path("id")
                .asText();
        line.customer.patch(
                "/phone_numbers/" + TestLine.NUMBER_ID + "/messaging",
                "{\"messaging_profile_id\":\"" + profile + "\"}");
    }

    @Test
    void aTextIsQueuedThenSentThenDelivered() throws Exception {
        var queued = text("Your appointment is at 3 PM.");
        assertThat(queued.status()).isEqualTo(200);
        assertThat(queued.data().at("/to/0/status").asText()).isEqualTo("queued");
        assertThat(queued.data().path("parts").intValue()).isEqualTo(1);
        line.webhooks.awaitOne("message.sent");
        var done = line.webhooks.awaitOne("message.finalized");
        assertThat(done.path()).isEqualTo("/sms");
        assertThat(done.verifies(line.exchange.publicKey())).isTrue();
        assertThat(done.payload().at("/to/0/status").asText()).isEqualTo("delivered");
        assertThat(done.payload().at("/cost/amount").textValue()).isEqualTo("0.0040");
        assertThat(line.customer
                        .get("/messages/" + queued.data().path("id").asText())
                        .data())
                .isEqualTo(done.payload());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{};10004;/from",
                "{\"from\":\"+13125550198\",\"to\":\"+13125550100\",\"text\":\"x\"};40305;/from",
                "{\"from\":\"+13125550199\",\"to\":\"5550100\",\"text\":\"x\"};40310;/to",
                "{\"from\":\"+13125550199\",\"to\":\"+442079460000\",\"text\":\"x\"};40309;/to",
                "{\"from\":\"+13125550199\",\"to\":\"+13125550100\",\"text\":\"\"};10033;/text",
                "{\"from\":\"+13125550199\",\"to\":\"+13125550100\",\"text\":\"日\",\"encoding\":\"gsm7\"};10015;/text",
                "{\"from\":\"+13125550199\",\"to\":\"+13125550100\",\"txt\":\"x\",\"text\":\"x\"};10015;/txt",
                "{\"from\":\"+13125550199\",\"to\":\"+13125550100\",\"text\":\"x\",\"messaging_profile_id\":\"7\"};40100;/from"
            })
    void whatCannotBeSentIsRefused(String body, String code, String pointer) {
        var answer = line.customer.post("/messages", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/source/pointer").asText()).isEqualTo(pointer);
        assertThat(sent()).isEmpty();
    }

    @ParameterizedTest(name = "{0} times <{1}>: {2} {3}")
    @CsvSource({"160,a,GSM-7,1", "161,a,GSM-7,2", "80,€,GSM-7,1", "81,€,GSM-7,2", "70,日,UCS-2,1", "71,日,UCS-2,2"})
    void longTextsAreCutIntoParts(int count, String letter, String encoding, int parts) {
        JsonNode queued = text(letter.repeat(count)).data();
        assertThat(queued.path("encoding").asText()).isEqualTo(encoding);
        assertThat(queued.path("parts").intValue()).isEqualTo(parts);
    }

    @Test
    void whoSaysStopIsNotTextedUntilTheySayStart() {
        receive("  stop ");
        assertThat(line.webhooks
                        .awaitOne("message.received")
                        .payload()
                        .path("text")
                        .asText())
                .isEqualTo("  stop ");
        var refused = text("Hello");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("40300");
        receive("START");
        assertThat(text("Hello").status()).isEqualTo(200);
    }

    @Test
    void aTextMayNotArriveAndItsNewsMayComeAlone() {
        line.exchange
                .account(TestLine.KEY)
                .faults()
                .begin(FaultScript.of(
                        new Fault.TextFails(1, "delivery_failed", "40010"), new Fault.WebhookNever("message.sent")));
        text("Hello");
        JsonNode failed = line.webhooks.awaitOne("message.finalized").payload();
        assertThat(failed.at("/to/0/status").asText()).isEqualTo("delivery_failed");
        assertThat(failed.at("/errors/0/code").asText()).isEqualTo("40010");
        assertThat(line.webhooks.of("message.sent")).isEmpty();
    }

    @Test
    void aNumberWithoutAProfileIsNotTextedAndDoesNotText() {
        line.customer.patch("/phone_numbers/" + TestLine.NUMBER_ID + "/messaging", "{\"messaging_profile_id\":\"\"}");
        assertThat(text("Hello").code()).isEqualTo("40100");
        assertThat(receive("Hello").status()).isEqualTo(404);
    }

    @Test
    void aNumberThatCannotTextTakesNoProfile() {
        Shop shop = new Shop(line.customer);
        String british = shop.numbers("country_code=GB&national_destination_code=20&limit=1")
                .getFirst();
        String path = "/phone_numbers/" + shop.bought(british, "").path("id").asText() + "/messaging";
        assertThat(line.customer.get(path).data().at("/features/sms").isNull()).isTrue();
        assertThat(line.customer
                        .patch(path, "{\"messaging_profile_id\":\"" + profile + "\"}")
                        .code())
                .isEqualTo("40100");
        assertThat(line.customer
                        .get("/messaging_profiles/" + profile + "/phone_numbers")
                        .data())
                .hasSize(1);
    }

    private Customer.Answer text(String text) {
        return line.customer.post(
                "/messages",
                "{\"from\":\"" + TestLine.NUMBER + "\",\"to\":\"" + CALLER + "\",\"text\":\"" + text + "\"}");
    }

    private Customer.Answer receive(String text) {
        try (Customer control = new Customer(line.exchange.controlBase(), "")) {
            return control.post(
                    "/messages",
                    "{\"from\":\"" + CALLER + "\",\"to\":\"" + TestLine.NUMBER + "\",\"text\":\"" + text + "\"}");
        }
    }

    private JsonNode sent() {
        try (Customer control = new Customer(line.exchange.controlBase(), "")) {
            String organization = line.exchange.account(TestLine.KEY).organizationId();
            return control.get("/accounts/" + organization + "/messages").body().path("messages");
        }
    }
}
