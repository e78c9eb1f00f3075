package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.Tones;
import dev.pickup.simulators.caller.CallRecording;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.TestLine.Streamed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Whole calls over real sockets: rung, answered, streamed, talked, interrupted, hung up, measured.
class ExchangeCallIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final double TONE_RMS = 16000 / Math.sqrt(2);

    @AutoClose
    private final TestLine line = new TestLine();

    @Test
    void aCallIsRungAnsweredStreamedTalkedAndHungUp() throws Exception {
        line.media.greets(Tones.tone(500, 440));
        CallerScript script = CallerScript.of(
                        new CallerStep.Play(Tones.tone(300, 700)),
                        new CallerStep.Wait(Duration.ofMillis(100)),
                        new CallerStep.HangUp())
                .withTurnSilence(Duration.ofMillis(300));
        Streamed streamed = line.streamed(script, ",\"stream_auth_token\":\"secret\"");
        CallReport report = streamed.call().await(LIMIT);
        MediaServer.Socket socket = streamed.socket();
        socket.awaitOne("stop");

        JsonNode connected = socket.frames.get(0).json();
        assertThat(socket.token).isEqualTo("secret");
        assertThat(connected.at("/connected/x-telnyx-streaming-auth-token").asText())
                .isEqualTo("secret");
        assertThat(socket.frames.get(1).event()).isEqualTo("start");
        assertThat(socket.of("mark").getFirst().json().at("/mark/name").asText())
                .isEqualTo("greeting");
        assertThat(report.agent()).hasSize(1);
        assertThat(report.agent().getFirst().lengthMs()).isCloseTo(500, within(0.2));
        assertThat(report.caller()).hasSize(1);
        assertThat(report.caller().getFirst().lengthMs()).isCloseTo(300, within(0.2));
        double wait =
                report.caller().getFirst().startMs() - report.agent().getFirst().endMs();
        assertThat(wait).isBetween(300.0, 345.0);
        assertThat(report.hangUp().orElseThrow().by()).isEqualTo(CallReport.Party.CALLER);
        assertThat(report.hangUp().orElseThrow().cause()).isEqualTo("normal_clearing");
        assertThat(report.notes()).isEmpty();
        line.webhooks.awaitOne("call.hangup");
        line.webhooks.awaitOne("streaming.stopped");
        assertThat(line.webhooks.types())
                .containsSubsequence(List.of("call.initiated", "call.answered", "streaming.started"));
        for (WebhookCatcher.Delivery delivery : line.webhooks.deliveries()) {
            assertThat(delivery.verifies(line.exchange.publicKey())).isTrue();
        }
    }

    @Test
    void theRecordingHoldsBothSidesWhereTheReportSaysTheyAre() {
        line.media.greets(Tones.tone(200, 440));
        CallerScript script = CallerScript.of(new CallerStep.Play(Tones.tone(100, 700)), new CallerStep.HangUp())
                .withTurnSilence(Duration.ofMillis(250));
        SimulatedCall call = line.streamed(script, "").call();
        CallReport report = call.await(LIMIT);
        CallRecording recording = call.recording();

        int agent = (int) (report.agent().getFirst().startMs() * 16);
        int caller = (int) (report.caller().getFirst().startMs() * 16);
        assertThat(Tones.rms(recording.agent(), agent, 3200)).isCloseTo(TONE_RMS, within(50.0));
        assertThat(Tones.rms(recording.agent(), 0, agent)).isZero();
        assertThat(Tones.rms(recording.caller(), caller, 1600)).isCloseTo(TONE_RMS, within(50.0));
        assertThat(Tones.rms(recording.caller(), 0, caller)).isZero();
        assertThat(recording.toWav()).startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theDelayOfAnAnswerIsWhatTheRecordingShows() {
        AtomicBoolean spoken = new AtomicBoolean();
        line.media.greets(Tones.tone(200, 440));
        line.media.reacts(line.media.reaction().andThen((socket, frame) -> {
            boolean media = frame.event().equals("media");
            if (media && frame.level() > 5000) {
                spoken.set(true);
            } else if (media && frame.level() < 1000 && spoken.getAndSet(false)) {
                socket.play(Tones.tone(300, 440));
            }
        }));
        CallerScript script =
                CallerScript.of(new CallerStep.Play(Tones.tone(210, 700))).withTurnSilence(Duration.ofMillis(300));
        SimulatedCall call = line.streamed(script, "").call();
        CallReport report = call.await(LIMIT);

        Pcm caller = call.recording().caller();
        Pcm agent = call.recording().agent();
        int callerEnd = caller.length() - 1;
        while (caller.sample(callerEnd) == 0) {
            callerEnd--;
        }
        int answer = callerEnd;
        while (agent.sample(answer) == 0) {
            answer++;
        }
        assertThat(report.responses()).hasSize(1);
        assertThat(report.responses().getFirst().delayMs()).isCloseTo((answer - callerEnd) / 16.0, within(0.3));
        assertThat(report.responses().getFirst().delayMs()).isGreaterThan(20);
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void anInterruptionIsTimedFromTheCallersFirstSampleToClearAndSilence() {
        line.media.greets(Tones.tone(20_000, 440));
        line.media.reacts(line.media.reaction().andThen((socket, frame) -> {
            if (frame.event().equals("media") && frame.level() > 5000) {
                socket.clear();
            }
        }));
        CallerScript script = CallerScript.of(
                new CallerStep.InterruptAfter(Duration.ofMillis(400), new CallerStep.Play(Tones.tone(60, 700))),
                new CallerStep.Wait(Duration.ofSeconds(1)),
                new CallerStep.HangUp());
        CallReport report = line.streamed(script, "").call().await(LIMIT);

        var interruption = report.interruptions().getFirst();
        double start = interruption.callerStartMs();
        assertThat(start - report.agent().getFirst().startMs()).isBetween(400.0, 445.0);
        assertThat(start).isEqualTo(report.caller().getFirst().startMs());
        assertThat(interruption.clearMs().orElseThrow() - start).isBetween(20.0, 2000.0);
        assertThat(interruption.silenceMs().orElseThrow()
                        - interruption.clearMs().orElseThrow())
                .isBetween(-1.0, 41.0);
        assertThat(report.stream().marksReturned()).isEqualTo(1);
    }

    @Test
    void twentyCallsAtOnceDisturbOneAnotherNot() {
        line.media.greets(Tones.tone(1000, 440));
        line.webhooks.reacts(d -> {
            switch (d.type()) {
                case "call.initiated" -> line.customer.command(d.callControlId(), "answer", "{}");
                case "call.answered" ->
                    line.customer.command(
                            d.callControlId(), "streaming_start", Customer.streamBody(line.media.url(), ""));
                default -> {}
            }
        });
        CallerScript script = CallerScript.of(new CallerStep.Play(Tones.tone(500, 700)), new CallerStep.HangUp())
                .withTurnSilence(Duration.ofMillis(500));
        List<SimulatedCall> calls =
                IntStream.range(0, 20).mapToObj(_ -> line.place(script)).toList();
        for (SimulatedCall call : calls) {
            CallReport report = call.await(LIMIT);
            assertThat(report.notes()).isEmpty();
            assertThat(report.agent()).hasSize(1);
            assertThat(report.agent().getFirst().lengthMs()).isCloseTo(1000, within(0.2));
            assertThat(report.caller().getFirst().lengthMs()).isCloseTo(500, within(0.2));
            assertThat(report.stream().framesSent()).isGreaterThan(90);
        }
        assertThat(line.webhooks.of("call.initiated").stream()
                        .map(WebhookCatcher.Delivery::callControlId)
                        .distinct())
                .hasSize(20);
    }
}
