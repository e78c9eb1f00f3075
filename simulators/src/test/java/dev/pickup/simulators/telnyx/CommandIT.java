package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.simulators.Tones;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallReport.Party;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import dev.pickup.simulators.telnyx.fault.Fault;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What commands do to a call, and how calls end.
class CommandIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void aCommandIsAcceptedBeforeItsEffectAndRepeatsAreIgnored() {
        try (TestLine line = new TestLine()) {
            SimulatedCall call = line.place(TestLine.patient());
            String id = line.webhooks.awaitOne("call.initiated").callControlId();
            var first = line.customer.command(id, "answer", "{\"command_id\":\"a\",\"client_state\":\"c3RhdGU=\"}");
            assertThat(first.data().path("result").asText()).isEqualTo("ok");
            assertThat(line.customer
                            .command(id, "answer", "{\"command_id\":\"a\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(line.webhooks
                            .awaitOne("call.answered")
                            .payload()
                            .path("client_state")
                            .asText())
                    .isEqualTo("c3RhdGU=");
            assertThat(line.customer
                            .command(id, "answer", "{\"command_id\":\"b\"}")
                            .code())
                    .isEqualTo("10027");
            line.customer.command(id, "hangup", "{\"command_id\":\"c\"}");
            CallReport report = call.await(LIMIT);
            assertThat(report.hangUp().orElseThrow().by()).isEqualTo(Party.AGENT);
            assertThat(line.customer
                            .command(id, "hangup", "{\"command_id\":\"c\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(line.customer.command(id, "hangup", "{}").code()).isEqualTo("90018");
            var hangup = line.webhooks.awaitOne("call.hangup").payload();
            assertThat(hangup.path("hangup_cause").asText()).isEqualTo("normal_clearing");
            assertThat(hangup.path("hangup_source").asText()).isEqualTo("callee");
            assertThat(line.webhooks.of("call.answered")).hasSize(1);
            assertThat(line.webhooks.of("call.hangup")).hasSize(1);
        }
    }

    @Test
    void aRejectedCallIsBusy() {
        try (TestLine line = new TestLine()) {
            SimulatedCall call = line.place(TestLine.patient());
            String id = line.webhooks.awaitOne("call.initiated").callControlId();
            line.customer.command(id, "reject", "{\"cause\":\"USER_BUSY\"}");
            assertThat(call.await(LIMIT).hangUp().orElseThrow().cause()).isEqualTo("user_busy");
            assertThat(line.webhooks
                            .awaitOne("call.hangup")
                            .payload()
                            .path("sip_hangup_cause")
                            .asText())
                    .isEqualTo("486");
        }
    }

    @Test
    void aCallThatNobodyAnswersEndsByTheFirstCommandTimeoutOrTheCaller() {
        try (TestLine line = new TestLine(_ -> settings(Optional.of(1)))) {
            CallReport report = line.place(TestLine.patient()).await(LIMIT);
            assertThat(report.hangUp().orElseThrow().cause()).isEqualTo("timeout");
            assertThat(report.callControlId()).isPresent();
            assertThat(report.durationMs()).isZero();
        }
        try (TestLine line = new TestLine(_ -> settings(Optional.empty()))) {
            CallReport report = line.place(TestLine.patient().withRingPatience(Duration.ofSeconds(1)))
                    .await(LIMIT);
            assertThat(report.hangUp().orElseThrow().cause()).isEqualTo("originator_cancel");
            assertThat(report.hangUp().orElseThrow().by()).isEqualTo(Party.CALLER);
        }
    }

    /// The URL is one that nobody listens at.
    private static TelnyxExchangeSettings settings(Optional<Integer> firstCommandSecs) {
        var application = TestLine.application("http://127.0.0.1:9/none", "", firstCommandSecs);
        return TelnyxExchangeSettings.of(TestLine.account(application)).withPace(4);
    }

    @Test
    void aNumberThatLeadsNowhereEndsTheCall() {
        try (TestLine line = new TestLine()) {
            CallReport nobody = line.exchange
                    .place(new OutsideCall(TestLine.CALLER, "+13125559999", TestLine.patient()))
                    .await(LIMIT);
            assertThat(nobody.hangUp().orElseThrow().cause()).isEqualTo("not_found");
            line.customer.patch("/phone_numbers/" + TestLine.NUMBER_ID, "{\"connection_id\":\"\"}");
            CallReport detached = line.place(TestLine.patient()).await(LIMIT);
            assertThat(detached.hangUp().orElseThrow().cause()).isEqualTo("call_rejected");
            assertThat(detached.callControlId()).isEmpty();
            assertThat(line.webhooks.deliveries()).isEmpty();
        }
    }

    @Test
    void whatIsSpokenIsHeardByTheCaller() {
        try (TestLine line = new TestLine(s -> s.withAnnouncer(text -> Tones.tone(text.length() * 10, 440)))) {
            SimulatedCall call = line.place(CallerScript.of().withTurnSilence(Duration.ofMillis(300)));
            String id = line.webhooks.awaitOne("call.initiated").callControlId();
            line.customer.command(id, "answer", "{}");
            line.webhooks.awaitOne("call.answered");
            line.customer.command(
                    id,
                    "speak",
                    "{\"payload\":\"We are closed today, goodbye.\",\"voice\":\"female\",\"language\":\"en-US\"}");
            CallReport report = call.await(LIMIT);
            assertThat(report.agent()).hasSize(1);
            assertThat(report.agent().getFirst().lengthMs()).isBetween(289.0, 291.0);
            line.webhooks.awaitOne("call.speak.started");
            assertThat(line.webhooks
                            .awaitOne("call.speak.ended")
                            .payload()
                            .path("status")
                            .asText())
                    .isEqualTo("completed");
        }
    }

    @Test
    void whatTheHangUpCutsOffSaysSo() {
        try (TestLine line = new TestLine()) {
            String id = line.answered(TestLine.patient());
            line.customer.command(id, "speak", "{\"payload\":\"A very long sentence indeed\",\"voice\":\"female\"}");
            line.webhooks.awaitOne("call.speak.started");
            line.customer.command(id, "hangup", "{}");
            assertThat(line.webhooks
                            .awaitOne("call.speak.ended")
                            .payload()
                            .path("status")
                            .asText())
                    .isEqualTo("call_hangup");
        }
    }

    @Test
    void keysPressedByTheCallerComeTwiceAndThoseOfTheAgentAreHeard() {
        try (TestLine line = new TestLine()) {
            CallerScript script = CallerScript.of(new CallerStep.Digits("4#"))
                    .withTurnSilence(Duration.ofMillis(200))
                    .withAfterLastStep(CallerScript.AfterLastStep.WAIT_FOR_AGENT);
            line.media.greets(Tones.tone(200, 440));
            var streamed = line.streamed(script, "");
            streamed.socket().awaitCount("dtmf", 2);
            assertThat(streamed.socket()
                            .of("dtmf")
                            .get(0)
                            .json()
                            .at("/dtmf/digit")
                            .asText())
                    .isEqualTo("4");
            await().until(() -> line.webhooks.of("call.dtmf.received").size() == 2);
            line.customer.command(streamed.id(), "send_dtmf", "{\"digits\":\"1w2\",\"duration_millis\":100}");
            await().until(() -> streamed.call().report().digitsHeard().equals("12"));
            assertThat(streamed.hungUp().pressed()).hasSize(2);
        }
    }

    @Test
    void commandsCanFailBeLimitedOrLoseTheirAnswer() {
        try (TestLine line = new TestLine()) {
            line.place(
                    TestLine.patient(),
                    new Fault.CommandFails("answer", 1),
                    new Fault.CommandRateLimited("answer", 1, 3),
                    new Fault.CommandAnswerLost("answer", 1, 100));
            String id = line.webhooks.awaitOne("call.initiated").callControlId();
            var failed = line.customer.command(id, "answer", "{\"command_id\":\"a\"}");
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.code()).isEqualTo("10007");
            var limited = line.customer.command(id, "answer", "{\"command_id\":\"a\"}");
            assertThat(limited.status()).isEqualTo(429);
            assertThat(limited.code()).isEqualTo("10011");
            assertThat(limited.response().headers().firstValue("x-ratelimit-reset"))
                    .contains("3");
            assertThat(line.webhooks.of("call.answered")).isEmpty();
            assertThatThrownBy(() -> line.customer.command(id, "answer", "{\"command_id\":\"a\"}"))
                    .isInstanceOf(UncheckedIOException.class);
            line.webhooks.awaitOne("call.answered");
            assertThat(line.customer
                            .command(id, "answer", "{\"command_id\":\"a\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(line.webhooks.of("call.answered")).hasSize(1);
        }
    }

    @Test
    void whenTheExchangeClosesItsCallsEndAndCanStillBeAskedAbout() {
        try (TestLine line = new TestLine()) {
            var streamed = line.streamed(TestLine.patient(), "");
            streamed.socket().awaitOne("start");
            line.exchange.close();
            CallReport report = streamed.call().await(Duration.ofSeconds(1));
            assertThat(report.hangUp().orElseThrow().by()).isEqualTo(Party.CARRIER);
            assertThat(streamed.call().recording().caller().length()).isPositive();
            assertThat(line.webhooks.types()).contains("streaming.stopped", "call.hangup");
        }
    }

    @Test
    void aSecondAccountSeesNothingOfTheFirst() {
        SeededAccount other = new SeededAccount("KEYother", List.of(), List.of());
        try (TestLine line = new TestLine(s -> s.withAccounts(s.accounts().getFirst(), other));
                Customer stranger = new Customer(line.exchange.apiBase(), "KEYother")) {
            String id = line.answered(TestLine.patient());
            assertThat(stranger.command(id, "hangup", "{}").code()).isEqualTo("90015");
            assertThat(stranger.get("/phone_numbers").data()).isEmpty();
            assertThat(line.customer
                            .get("/calls/" + id.replace(":", "%3A"))
                            .data()
                            .path("is_alive")
                            .asBoolean())
                    .isTrue();
        }
    }
}
