package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.Tones;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.caller.WavFile;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls placed over HTTP, as the command line does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlIT {
    private TestLine line;
    private Customer control;

    @BeforeAll
    void start() {
        line = new TestLine(s -> s.withCallerVoice(text -> Tones.tone(200, 500)));
        control = new Customer(line.exchange.controlBase(), "");
        line.media.greets(Tones.tone(200, 440));
        line.webhooks.reacts(d -> {
            if (d.type().equals("call.initiated")) {
                line.customer.command(d.callControlId(), "answer", "{}");
            } else if (d.type().equals("call.answered")) {
                line.customer.command(d.callControlId(), "streaming_start", Customer.streamBody(line.media.url(), ""));
            }
        });
    }

    @AfterAll
    void stop() {
        control.close();
        line.close();
    }

    @Test
    void aCallIsPlacedWatchedAndRecorded() throws Exception {
        String wav = Base64.getEncoder().encodeToString(WavFile.mono(Tones.tone(300, 600)));
        var placed = control.post("/calls", """
                {"from":"+13125550100","to":"+13125550199","turnSilenceMs":200,"patienceMs":1500,
                 "steps":[{"say":"Hello"},{"wavBase64":"%s"},{"waitMs":10},{"digits":"1"},{"hangUp":true}],
                 "afterLastStep":"hang-up","faults":{"comfortNoise":{"dbfs":-50}}}""".formatted(wav));
        assertThat(placed.status()).isEqualTo(202);
        String id = placed.body().path("id").asText();
        await().until(() -> state(id).equals("ended"));
        JsonNode report = control.get("/calls/" + id).body();
        assertThat(report.path("caller")).hasSize(2);
        assertThat(report.path("agent")).hasSize(1);
        assertThat(report.at("/responses").isArray()).isTrue();
        assertThat(report.at("/hangUp/by").asText()).isEqualTo("caller");
        assertThat(report.at("/pressed/0/digit").asText()).isEqualTo("1");
        assertThat(report.at("/stream/framesSent").asLong()).isPositive();

        byte[] recording = bytes("/calls/" + id + "/recording.wav");
        Pcm mixed = WavFile.read(recording);
        assertThat((double) mixed.duration().toMillis()).isGreaterThan(800);
        assertThat(recording[22]).isEqualTo((byte) 2);
    }

    @Test
    void theCallerHangsUpWhenTold() {
        String id = control.post(
                        "/calls",
                        "{\"from\":\"anonymous\",\"to\":\"+13125550199\",\"afterLastStep\":\"wait-for-agent\"}")
                .body()
                .path("id")
                .asText();
        await().until(() -> state(id).equals("talking"));
        assertThat(control.send("DELETE", "/calls/" + id, "").status()).isEqualTo(202);
        await().until(() -> state(id).equals("ended"));
        assertThat(control.get("/calls/" + id).body().at("/hangUp/cause").asText())
                .isEqualTo("normal_clearing");
        assertThat(control.get("/calls/nothing").status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{;not well-formed",
                "{};is a string",
                "{\"from\":\"+1\",\"to\":\"12\"};E.164",
                "{\"from\":\"+1\",\"to\":\"+13125550199\",\"stepz\":[]};no field 'stepz'",
                "{\"from\":\"+1\",\"to\":\"+13125550199\",\"steps\":[{\"sing\":\"la\"}]};no step 'sing'",
                "{\"from\":\"+1\",\"to\":\"+13125550199\",\"steps\":[{\"say\":\" \"}]};cannot say nothing",
                "{\"from\":\"+1\",\"to\":\"+13125550199\",\"steps\":[{\"waitMs\":-1}]};A wait lasts",
                "{\"from\":\"+1\",\"to\":\"+13125550199\",\"steps\":[{\"waitMs\":\"5\"}]};whole number",
                "{\"from\":\"+1\",\"to\":\"+13125550199\",\"steps\":[{\"digits\":\"x\"}]};Digits are",
                "{\"from\":\"+1\",\"to\":\"+13125550199\",\"steps\":[{\"wavBase64\":\"***\"}]};not base64",
                "{\"from\":\"+1\",\"to\":\"+13125550199\",\"steps\":[{\"wavBase64\":\"AAAA\"}]};not a WAV file",
                "{\"from\":\"+1\",\"to\":\"+13125550199\",\"steps\":[{\"interruptAfterMs\":5}]};interruptAfterMs with then",
                "{\"from\":\"+1\",\"to\":\"+13125550199\",\"afterLastStep\":\"sleep\"};hang-up or wait-for-agent",
                "{\"from\":\"+1\",\"to\":\"+13125550199\",\"faults\":{\"rain\":true}};no fault 'rain'",
                "{\"from\":\"+1\",\"to\":\"+13125550199\",\"faults\":{\"framesLost\":{\"share\":2}}};between 0 and 1"
            })
    void whatIsWrongIsSaidInASentence(String body, String sentence) {
        var answer = control.post("/calls", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asText()).contains(sentence);
    }

    @Test
    void everyFaultHasAJsonForm() throws IOException {
        FaultScript script = FaultScript.fromJson(MediaServer.JSON.readTree("""
                {"webhookTwice":{"event":"*"},"webhookDelayed":[{"event":"call.hangup","ms":3},{"event":"call.answered","ms":4}],
                 "webhooksReversed":{"windowMs":5},"streamDrops":{"afterMs":6},"marksNeverReturn":true,
                 "commandAnswerLost":{"command":"answer","times":1,"holdMs":7},"streamCodecFallback":{"encoding":"PCMU"}}"""));
        assertThat(script.faults())
                .containsExactlyInAnyOrder(
                        new Fault.WebhookTwice("*"),
                        new Fault.WebhookDelayed("call.hangup", 3),
                        new Fault.WebhookDelayed("call.answered", 4),
                        new Fault.WebhooksReversed(5),
                        new Fault.StreamDrops(6),
                        new Fault.MarksNeverReturn(),
                        new Fault.CommandAnswerLost("answer", 1, 7),
                        new Fault.StreamCodecFallback("PCMU"));
    }

    private String state(String id) {
        return control.get("/calls/" + id).body().path("state").asText();
    }

    private byte[] bytes(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(line.exchange.controlBase() + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        }
    }
}
