package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the REST API refuses, with which status and which code, and what it shows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestStrictnessIT {
    private TestLine line;
    private String ringing;

    @BeforeAll
    void start() {
        line = new TestLine();
        line.place(TestLine.patient());
        ringing = line.webhooks.awaitOne("call.initiated").callControlId();
    }

    @AfterAll
    void stop() {
        line.close();
    }

    @ParameterizedTest(name = "key <{0}>")
    @ValueSource(strings = {"", "KEYunknown", "garbage"})
    void whoeverHasNoGoodKeyIsRefused(String key) {
        try (Customer stranger = new Customer(line.exchange.apiBase(), key)) {
            for (String path : new String[] {"/whoami", "/phone_numbers", "/balance", "/public_key"}) {
                var answer = stranger.get(path);
                assertThat(answer.status()).as(path).isEqualTo(401);
                assertThat(answer.code()).as(path).isEqualTo("10009");
            }
            assertThat(stranger.command(ringing, "answer", "{}").status()).isEqualTo(401);
        }
        assertThat(line.webhooks.of("call.answered")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "reject;{};400;10004;/cause",
                "reject;{\"cause\":\"BORED\"};400;10032;/cause",
                "answer;{\"anser\":1};400;10015;/anser",
                "answer;{\"client_state\":\"not base64!\"};400;10015;/client_state",
                "answer;{\"stream_url\":\"https://example.com\"};400;10015;/stream_url",
                "answer;{\"stream_track\":\"inbound\"};400;10032;/stream_track",
                "answer;{\"stream_codec\":\"l16\"};400;10032;/stream_codec",
                "answer;{\"send_silence_when_idle\":\"yes\"};400;10015;/send_silence_when_idle",
                "answer;{\"webhook_retries_policies\":{\"call.hangup\":{\"retries_ms\":[1,1,1,1,1,1]}}};400;10033;/webhook_retries_policies",
                "answer;{\"webhook_retries_policies\":{\"call.hangup\":{\"retries_ms\":[60001]}}};400;10033;/webhook_retries_policies",
                "streaming_start;{};400;10004;/stream_url",
                "streaming_start;{\"stream_url\":\"wss://x\",\"stream_bidirectional_sampling_rate\":11025};400;10032;/stream_bidirectional_sampling_rate",
                "streaming_start;{\"stream_url\":\"wss://x\",\"stream_bidirectional_mode\":\"RTP\"};400;10032;/stream_bidirectional_mode",
                "speak;{\"payload\":\"Hi\"};400;10004;/voice",
                "transfer;{};400;10004;/to",
                "transfer;{\"to\":\"5551234\"};400;10016;/to",
                "transfer;{\"to\":\"+13125550123\",\"timeout_secs\":4};400;10033;/timeout_secs",
                "send_dtmf;{\"digits\":\"12x\"};400;10015;/digits",
                "hangup;[];400;10015;''",
                "hangup;{\"command_id\":;400;10015;''",
                "streaming_start;{\"stream_url\":\"wss://x\"};422;90034;''",
                "speak;{\"payload\":\"Hi\",\"voice\":\"female\"};422;90034;''",
                "transfer;{\"to\":\"+13125550123\"};422;90034;''",
                "send_dtmf;{\"digits\":\"1\"};422;90034;''",
                "streaming_stop;{};422;90048;''"
            })
    void commandsAreCheckedStrictly(String command, String body, int status, String code, String pointer) {
        var answer = line.customer.command(ringing, command, body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/source/pointer").asText()).isEqualTo(pointer);
        assertThat(line.webhooks.types()).containsOnly("call.initiated");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var answer = line.customer.command(ringing, "speak", "{\"voise\":1}");
        assertThat(answer.body().path("errors")).hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"to\":\"+13125550123\",\"from\":\"+13125550199\"};400;10004;/connection_id",
                "{\"connection_id\":\"1\",\"to\":\"+13125550123\",\"from\":\"+13125550199\"};400;10015;/connection_id",
                "{\"connection_id\":\"1684641123236054244\",\"to\":\"+13125550123\",\"from\":\"+13125550199\"};422;10027;''"
            })
    void dialsAreCheckedAndThenRefusedBecauseThisExchangePlacesNoCalls(
            String body, int status, String code, String pointer) {
        var answer = line.customer.post("/calls", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/source/pointer").asText()).isEqualTo(pointer);
        assertThat(line.webhooks.types()).containsOnly("call.initiated");
    }

    @Test
    void aCallThatIsNotOnesOwnIsUnknown() {
        assertThat(line.customer.command("v3:made-up", "hangup", "{}").code()).isEqualTo("90015");
        assertThat(line.customer.get("/calls/v3%3Amade-up").code()).isEqualTo("90015");
        assertThat(line.customer
                        .get("/calls/" + ringing.replace(":", "%3A"))
                        .data()
                        .path("is_alive")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        for (String path :
                new String[] {"/phone_numbers/1", "/call_control_applications/1", "/connections/1", "/nothing"}) {
            assertThat(line.customer.get(path).status()).as(path).isEqualTo(404);
            assertThat(line.customer.get(path).code()).as(path).isEqualTo("10005");
        }
        assertThat(line.customer.send("DELETE", "/balance", "").code()).isEqualTo("10005");
    }

    @Test
    void theAccountShowsItself() {
        assertThat(line.customer.get("/whoami").data().path("organization_id").asText())
                .isNotEmpty();
        assertThat(line.customer.get("/balance").data().path("balance").asText())
                .isEqualTo("100.00");
        assertThat(line.customer.get("/public_key").data().path("public").asText())
                .isEqualTo(line.exchange.publicKey())
                .isEqualTo("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    }

    @Test
    void numbersAreListedInPages() {
        var all = line.customer.get("/phone_numbers?page%5Bsize%5D=1");
        assertThat(all.body().at("/meta/total_results").asInt()).isEqualTo(1);
        assertThat(all.data().get(0).path("phone_number").asText()).isEqualTo(TestLine.NUMBER);
        assertThat(line.customer.get("/phone_numbers?page[number]=2").data()).isEmpty();
        assertThat(line.customer.get("/phone_numbers?page[size]=251").code()).isEqualTo("10033");
        assertThat(line.customer
                        .get("/phone_numbers?filter[phone_number]=%2B13125550199")
                        .data())
                .hasSize(1);
        assertThat(line.customer
                        .get("/phone_numbers?filter[phone_number]=4155550000")
                        .data())
                .isEmpty();
        assertThat(line.customer.get("/phone_numbers?filter[phone_number]=12").code())
                .isEqualTo("10015");
        assertThat(line.customer.get("/phone_numbers?filter[colour]=red").code())
                .isEqualTo("10015");
    }

    @Test
    void whereANumberPointsCanBeChangedAndPutBack() {
        String number = "/phone_numbers/" + TestLine.NUMBER_ID;
        var created = line.customer.post(
                "/call_control_applications",
                "{\"application_name\":\"Ours\",\"webhook_event_url\":\"https://hooks.example.com/telnyx\"}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.data().path("webhook_api_version").asText()).isEqualTo("1");
        String ours = created.data().path("id").asText();

        assertThat(line.customer
                        .patch(number, "{\"connection_id\":\"" + ours + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(line.customer
                        .get(number + "/voice")
                        .data()
                        .path("connection_id")
                        .asText())
                .isEqualTo(ours);
        assertThat(line.customer.patch(number, "{\"connection_id\":\"17\"}").code())
                .isEqualTo("10027");
        assertThat(line.customer.patch(number, "{\"connection\":\"17\"}").code())
                .isEqualTo("10015");
        assertThat(line.customer.get(number).data().path("connection_id").asText())
                .isEqualTo(ours);
        assertThat(line.customer
                        .patch(number, "{\"connection_id\":\"\"}")
                        .data()
                        .path("connection_id")
                        .isNull())
                .isTrue();
        line.customer.patch(number, "{\"connection_id\":\"" + TestLine.APPLICATION + "\"}");
        assertThat(line.customer
                        .get("/connections/" + ours)
                        .data()
                        .path("record_type")
                        .asText())
                .isEqualTo("call_control_application");
    }

    @Test
    void anApplicationIsChangedOnlyWithItsNameAndUrl() {
        String path = "/call_control_applications/" + TestLine.APPLICATION;
        var refused = line.customer.patch(path, "{\"webhook_timeout_secs\":5}");
        assertThat(refused.body().path("errors")).hasSize(2);
        assertThat(refused.code()).isEqualTo("10004");
        String url = line.webhooks.url("/voice");
        var changed = line.customer.patch(
                path, "{\"application_name\":\"P\",\"webhook_event_url\":\"" + url + "\",\"webhook_timeout_secs\":5}");
        assertThat(changed.data().path("webhook_timeout_secs").asInt()).isEqualTo(5);
        assertThat(line.customer
                        .patch(
                                path,
                                "{\"application_name\":\"P\",\"webhook_event_url\":\"" + url
                                        + "\",\"webhook_timeout_secs\":31}")
                        .code())
                .isEqualTo("10033");
    }

    @Test
    void aMessagingProfileIsKeptByNullAndTakenAwayByNothing() {
        String path = "/phone_numbers/" + TestLine.NUMBER_ID + "/messaging";
        String profile = line.customer
                .post("/messaging_profiles", "{\"name\":\"Ours\",\"whitelisted_destinations\":[\"US\"]}")
                .data()
                .path("id")
                .asText();
        for (String body :
                List.of("{\"messaging_profile_id\":\"" + profile + "\"}", "{\"messaging_profile_id\":null}", "{}")) {
            assertThat(line.customer
                            .patch(path, body)
                            .data()
                            .path("messaging_profile_id")
                            .asText())
                    .isEqualTo(profile);
        }
        assertThat(line.customer
                        .patch(path, "{\"messaging_profile_id\":\"\"}")
                        .data()
                        .path("messaging_profile_id")
                        .isNull())
                .isTrue();
    }
}
