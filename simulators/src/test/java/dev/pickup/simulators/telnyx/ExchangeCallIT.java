package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pickup.simulators.Tones;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import dev.pickup.simulators.telnyx.call.SimulatedCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A whole call over real sockets: rung, answered, streamed, talked, hung up.
class ExchangeCallIT {
    private WebhookCatcher webhooks;
    private MediaServer media;
    private TelnyxExchange exchange;
    private Customer customer;

    @BeforeEach
    void start() throws Exception {
        webhooks = new WebhookCatcher();
        media = new MediaServer();
        exchange = TelnyxExchange.start(TelnyxExchangeSettings.of(Seeds.account(webhooks.url("/voice"))));
        customer = new Customer(exchange.apiBase(), Seeds.KEY);
    }

    @AfterEach
    void stop() throws Exception {
        exchange.close();
        customer.close();
        media.close();
        webhooks.close();
    }

    @Test
    void aCallIsRungAnsweredStreamedTalkedAndHungUp() throws Exception {
        // The agent greets for 500 ms; whenever the caller is done, it answers for 400 ms.
        media.reacts((socket, frame) -> {
            if (frame.event().equals("start")) {
                socket.play(Tones.tone(500, 440));
                socket.mark("greeting");
            }
        });
        CallerScript script = CallerScript.of(new CallerStep.Play(Tones.tone(300, 700)))
                .withTurnSilence(Duration.ofMillis(300))
                .withPatience(Duration.ofSeconds(1));
        SimulatedCall call = exchange.place(new OutsideCall("+13125550100", Seeds.NUMBER, script));
        var initiated = webhooks.awaitOne("call.initiated");
        customer.answerAndStream(webhooks, initiated, media.url(), ",\"stream_auth_token\":\"secret\"");
        MediaServer.Socket socket = media.awaitSocket(0);
        CallReport report = call.await(Duration.ofSeconds(10));

        assertThat(socket.token).isEqualTo("secret");
        assertThat(socket.frames
                        .get(0)
                        .json()
                        .at("/connected/x-telnyx-streaming-auth-token")
                        .asText())
                .isEqualTo("secret");
        assertThat(socket.frames
                        .get(1)
                        .json()
                        .at("/start/media_format/encoding")
                        .asText())
                .isEqualTo("L16");
        assertThat(socket.of("mark").getFirst().json().at("/mark/name").asText())
                .isEqualTo("greeting");
        assertThat(socket.of("stop")).hasSize(1);
        assertThat(report.agent()).hasSize(1);
        assertThat(report.agent().getFirst().lengthMs()).isCloseTo(500, within(0.2));
        assertThat(report.caller()).hasSize(1);
        assertThat(report.caller().getFirst().lengthMs()).isCloseTo(300, within(0.2));
        double wait =
                report.caller().getFirst().startMs() - report.agent().getFirst().endMs();
        assertThat(wait).isBetween(300.0, 345.0);
        assertThat(report.hangUp().orElseThrow().by()).isEqualTo(CallReport.Party.CALLER);
        assertThat(report.hangUp().orElseThrow().cause()).isEqualTo("normal_clearing");
        assertThat(report.notes()).singleElement().asString().contains("not heard for 1000 ms");
        webhooks.awaitOne("call.hangup");
        assertThat(webhooks.types())
                .containsSubsequence(List.of("call.initiated", "call.answered", "streaming.started"))
                .contains("streaming.stopped", "call.hangup");
        for (WebhookCatcher.Delivery delivery : webhooks.deliveries()) {
            assertThat(delivery.verifies(exchange.publicKey())).isTrue();
        }
    }

    @Test
    void theRecordingHoldsBothSidesWhereTheReportSaysTheyAre() {
        media.reacts((socket, frame) -> {
            if (frame.event().equals("start")) {
                socket.play(Tones.tone(200, 440));
            }
        });
        CallerScript script = CallerScript.of(new CallerStep.Play(Tones.tone(100, 700)), new CallerStep.HangUp())
                .withTurnSilence(Duration.ofMillis(250));
        SimulatedCall call = exchange.place(new OutsideCall("+13125550100", Seeds.NUMBER, script));
        customer.answerAndStream(webhooks, webhooks.awaitOne("call.initiated"), media.url(), "");
        CallReport report = call.await(Duration.ofSeconds(10));
        var recording = call.recording();

        int agent = (int) (report.agent().getFirst().startMs() * 16);
        int caller = (int) (report.caller().getFirst().startMs() * 16);
        assertThat(Tones.rms(recording.agent(), agent, 3200)).isCloseTo(16000 / Math.sqrt(2), within(50.0));
        assertThat(Tones.rms(recording.agent(), 0, agent)).isZero();
        assertThat(Tones.rms(recording.caller(), caller, 1600)).isCloseTo(16000 / Math.sqrt(2), within(50.0));
        assertThat(Tones.rms(recording.caller(), 0, caller)).isZero();
        assertThat(recording.toWav()).startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));
    }

    /// What every test needs.
    static final class Seeds {
        static final String KEY = "KEY0123456789abcdef";
        static final String NUMBER = "+13125550199";
        static final String APPLICATION = "1684641123236054244";

        private Seeds() {}

        static SeededAccount account(String webhookUrl) {
            return new SeededAccount(
                    KEY,
                    List.of(new SeededAccount.OwnedNumber("1293384261075731499", NUMBER, APPLICATION)),
                    List.of(new SeededAccount.Application(APPLICATION, "Pickup", webhookUrl)));
        }
    }
}
