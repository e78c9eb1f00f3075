package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.simulators.Tones;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallReport.Party;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.telnyx.call.OutsideParty;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Callers who are passed on to somebody else.
class TransferIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String HUMAN = "+13125550123";

    @Test
    void aTransferConnectsTheCallerWithTheOneWhoAnswers() {
        CallerScript human = CallerScript.of(
                        new CallerStep.Wait(Duration.ofMillis(200)),
                        new CallerStep.Play(Tones.tone(400, 600)),
                        new CallerStep.HangUp())
                .withPatience(Duration.ofMillis(100));
        OutsideParty party = new OutsideParty(HUMAN, new OutsideParty.Manner.Answers(Duration.ofMillis(300), human));
        try (TestLine line = new TestLine(s -> s.withParties(party))) {
            var streamed = line.streamed(TestLine.patient(), "");
            streamed.socket().awaitOne("start");
            line.customer.command(streamed.id(), "transfer", "{\"to\":\"" + HUMAN + "\"}");
            CallReport report = streamed.call().await(LIMIT);

            assertThat(report.agent()).hasSize(1);
            assertThat(report.agent().getFirst().lengthMs()).isBetween(350.0, 450.0);
            assertThat(report.hangUp().orElseThrow().by()).isEqualTo(Party.AGENT);
            var callee = line.webhooks.of("call.initiated").stream()
                    .filter(d -> d.payload().path("direction").asText().equals("outgoing"))
                    .findFirst()
                    .orElseThrow();
            assertThat(callee.payload().path("state").asText()).isEqualTo("bridging");
            assertThat(callee.payload().path("from").asText()).isEqualTo(TestLine.NUMBER);
            assertThat(callee.payload().path("call_session_id"))
                    .isEqualTo(line.webhooks.awaitOne("call.answered").payload().path("call_session_id"));
            line.webhooks.awaitOne("streaming.stopped");
            await().until(() -> line.webhooks.of("call.hangup").size() == 2);
            assertThat(line.webhooks.of("call.bridged")).hasSize(2);
            assertThat(line.customer
                            .command(callee.callControlId(), "answer", "{}")
                            .code())
                    .isEqualTo("90018");
        }
    }

    @Test
    void aTransferThatFailsLeavesTheCallerWhereTheyAre() {
        try (TestLine line =
                new TestLine(s -> s.withParties(new OutsideParty(HUMAN, new OutsideParty.Manner.Busy())))) {
            var streamed = line.streamed(TestLine.patient(), "");
            line.customer.command(streamed.id(), "transfer", "{\"to\":\"" + HUMAN + "\"}");
            var hangup = line.webhooks.awaitOne("call.hangup").payload();
            assertThat(hangup.path("hangup_cause").asText()).isEqualTo("user_busy");
            assertThat(hangup.path("call_control_id").asText()).isNotEqualTo(streamed.id());
            line.customer.command(streamed.id(), "transfer", "{\"to\":\"+13125550777\"}");
            await().until(() -> line.webhooks.of("call.hangup").size() == 2);
            assertThat(line.webhooks
                            .of("call.hangup")
                            .getLast()
                            .payload()
                            .path("hangup_cause")
                            .asText())
                    .isEqualTo("not_found");
            streamed.socket().play(Tones.tone(200, 440));
            streamed.socket().mark("still-here");
            streamed.socket().awaitOne("mark");
            assertThat(streamed.hungUp().agent()).hasSize(1);
        }
    }

    @Test
    void withoutAnOutboundProfileTheNetworkRefusesTheTransfer() {
        try (TestLine line = new TestLine()) {
            String url = line.webhooks.url("/voice");
            line.customer.patch(
                    "/call_control_applications/" + TestLine.APPLICATION,
                    "{\"application_name\":\"P\",\"webhook_event_url\":\"" + url
                            + "\",\"outbound\":{\"outbound_voice_profile_id\":null}}");
            String id = line.answered(TestLine.patient());
            line.customer.command(id, "transfer", "{\"to\":\"" + HUMAN + "\"}");
            assertThat(line.webhooks
                            .awaitOne("call.hangup")
                            .payload()
                            .path("sip_hangup_cause")
                            .asText())
                    .isEqualTo("403");
        }
    }
}
