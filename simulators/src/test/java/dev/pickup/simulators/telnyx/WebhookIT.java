package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.WebhookCatcher.Delivery;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.webhook.DeliverySettings;
import dev.pickup.simulators.telnyx.webhook.DeliverySettings.RetryRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How events reach the customer: envelope, signature, retries, failover, and what can go wrong.
class WebhookIT {
    private static final DeliverySettings QUICK =
            new DeliverySettings(Duration.ofMillis(400), 3, Duration.ofMillis(20), RetryRule.VOICE_API);

    private static TestLine line(DeliverySettings delivery) {
        return new TestLine(s -> s.withDelivery(delivery));
    }

    @Test
    void theEnvelopeIsVersion2AndTheSignatureIsTheAccounts() throws Exception {
        try (TestLine line = line(QUICK)) {
            line.place(TestLine.patient());
            Delivery initiated = line.webhooks.awaitOne("call.initiated");
            assertThat(initiated.body().at("/data/record_type").asText()).isEqualTo("event");
            assertThat(initiated.body().at("/data/occurred_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*\\.\\d{6}Z");
            assertThat(initiated.body().at("/meta/delivered_to").asText()).isEqualTo(line.webhooks.url("/voice"));
            assertThat(initiated.attempt()).isEqualTo(1);
            assertThat(initiated.payload().path("direction").asText()).isEqualTo("incoming");
            assertThat(initiated.payload().path("state").asText()).isEqualTo("parked");
            assertThat(initiated.payload().path("from").asText()).isEqualTo(TestLine.CALLER);
            assertThat(initiated.payload().path("client_state").isNull()).isTrue();
            assertThat(initiated.callControlId()).startsWith("v3:");
            assertThat(initiated.userAgent()).isEqualTo("telnyx-webhooks");
            assertThat(initiated.verifies(line.exchange.publicKey())).isTrue();
            assertThat(Long.parseLong(initiated.timestamp())).isBetween(now() - 5, now() + 5);
        }
    }

    @ParameterizedTest(name = "{0}: {1} attempts by the voice page, {2} by the fundamentals page")
    @CsvSource({"200,1,1", "500,3,3", "503,3,3", "408,3,3", "429,3,3", "400,1,3", "401,1,3", "404,1,3"})
    void whichAnswersAreTriedAgain(int status, int voice, int fundamentals) {
        for (RetryRule rule : RetryRule.values()) {
            DeliverySettings delivery = new DeliverySettings(Duration.ofMillis(400), 3, Duration.ofMillis(1), rule);
            try (TestLine line = line(delivery)) {
                line.webhooks.answers(_ -> status);
                SimulatedCall call = line.place(TestLine.patient());
                int expected = rule == RetryRule.VOICE_API ? voice : fundamentals;
                if (status == 200) {
                    line.webhooks.awaitOne("call.initiated");
                } else {
                    await().until(() -> !call.report().notes().isEmpty());
                    assertThat(call.report().notes().getFirst()).contains("in " + expected + " attempts", "" + status);
                }
                assertThat(line.webhooks.of("call.initiated").stream().map(Delivery::attempt))
                        .containsExactlyElementsOf(List.of(1, 2, 3).subList(0, expected));
                assertThat(line.webhooks.deliveries().stream().map(Delivery::id).distinct())
                        .hasSize(1);
            }
        }
    }

    @Test
    void anAnswerThatComesTooLateIsNoAnswer() throws Exception {
        try (TestLine line = line(QUICK)) {
            line.webhooks.answers(d -> d.attempt() == 1 ? -1 : 200);
            line.place(TestLine.patient());
            await().until(() -> line.webhooks.of("call.initiated").size() == 2);
            List<Delivery> both = line.webhooks.of("call.initiated");
            assertThat((both.get(1).nanos() - both.get(0).nanos()) / 1e6).isBetween(380.0, 2000.0);
            assertThat(both.get(1).verifies(line.exchange.publicKey())).isTrue();
        }
    }

    @Test
    void afterTheUrlTheFailoverUrlIsTried() throws Exception {
        try (WebhookCatcher catcher = new WebhookCatcher();
                TestLine line = new TestLine(_ -> TelnyxExchangeSettings.of(TestLine.account(
                                TestLine.application(catcher.url("/first"), catcher.url("/second"), Optional.empty())))
                        .withDelivery(QUICK))) {
            catcher.answers(d -> d.path().equals("/first") ? 500 : 200);
            line.place(TestLine.patient());
            await().until(() -> catcher.deliveries().size() == 4);
            assertThat(catcher.deliveries().stream().map(Delivery::path))
                    .containsExactly("/first", "/first", "/first", "/second");
            assertThat(catcher.deliveries().getLast().attempt()).isEqualTo(4);
            assertThat(catcher.deliveries()
                            .getLast()
                            .body()
                            .at("/meta/delivered_to")
                            .asText())
                    .isEqualTo(catcher.url("/second"));
        }
    }

    @Test
    void aCommandMaySendFurtherEventsElsewhereAndSetTheirRetries() {
        try (TestLine line = line(QUICK)) {
            line.place(TestLine.patient());
            String id = line.webhooks.awaitOne("call.initiated").callControlId();
            line.webhooks.answers(d -> d.type().equals("call.hangup") ? 500 : 200);
            line.customer.command(id, "answer", """
                    {"webhook_url":"%s","webhook_urls":{"call.hangup":"%s"},
                     "webhook_retries_policies":{"call.hangup":{"retries_ms":[1,1,1,1]}}}""".formatted(line.webhooks.url("/moved"), line.webhooks.url("/ends")));
            assertThat(line.webhooks.awaitOne("call.answered").path()).isEqualTo("/moved");
            line.customer.command(id, "hangup", "{}");
            await().until(() -> line.webhooks.of("call.hangup").size() == 5);
            assertThat(line.webhooks.of("call.hangup")).allMatch(d -> d.path().equals("/ends"));
        }
    }

    @Test
    void anEventCanComeTwiceOrLateOrAfterLaterOnes() {
        try (TestLine line = line(QUICK)) {
            line.place(
                    TestLine.patient(),
                    new Fault.WebhookTwice("call.initiated"),
                    new Fault.WebhookDelayed("call.answered", 600));
            await().until(() -> line.webhooks.of("call.initiated").size() == 2);
            List<Delivery> both = line.webhooks.of("call.initiated");
            assertThat(both.get(0).id()).isEqualTo(both.get(1).id());
            assertThat(both.stream().map(Delivery::attempt)).containsExactly(1, 2);
            String id = both.getFirst().callControlId();
            line.customer.command(id, "answer", "{}");
            await().until(() ->
                    line.customer.command(id, "send_dtmf", "{\"digits\":\"1\"}").status() == 200);
            line.customer.command(id, "hangup", "{}");
            line.webhooks.awaitOne("call.answered");
            assertThat(line.webhooks.types())
                    .containsExactly("call.initiated", "call.initiated", "call.hangup", "call.answered");
        }
    }

    @Test
    void eventsCanComeInReverseOrder() {
        try (TestLine line = line(QUICK)) {
            line.place(TestLine.patient(), new Fault.WebhooksReversed(700));
            String id = line.webhooks.awaitOne("call.initiated").callControlId();
            line.customer.command(id, "answer", "{}");
            await().until(() -> line.customer
                            .command(id, "speak", "{\"payload\":\"Hi\",\"voice\":\"f\"}")
                            .status()
                    == 200);
            line.customer.command(id, "hangup", "{}");
            line.webhooks.awaitOne("call.answered");
            assertThat(line.webhooks.types().get(1)).isEqualTo("call.hangup");
            assertThat(line.webhooks.types().getLast()).isEqualTo("call.answered");
        }
    }

    @Test
    void forgeriesAreForged() throws Exception {
        try (TestLine line = line(QUICK)) {
            line.place(TestLine.patient(), new Fault.WebhookWrongKey("call.initiated"));
            assertThat(line.webhooks.awaitOne("call.initiated").verifies(line.exchange.publicKey()))
                    .isFalse();
        }
        try (TestLine line = line(QUICK)) {
            line.place(TestLine.patient(), new Fault.WebhookAltered("*"));
            assertThat(line.webhooks.awaitOne("call.initiated").verifies(line.exchange.publicKey()))
                    .isFalse();
        }
        try (TestLine line = line(QUICK)) {
            line.place(TestLine.patient(), new Fault.WebhookSkewed("*", -301));
            Delivery old = line.webhooks.awaitOne("call.initiated");
            assertThat(old.verifies(line.exchange.publicKey())).isTrue();
            assertThat(Long.parseLong(old.timestamp())).isBetween(now() - 310, now() - 300);
        }
    }

    @Test
    void theHangUpAlwaysComesInTheEndAndItsCostWhenAsked() {
        try (TestLine line = line(QUICK)) {
            line.customer.patch(
                    "/call_control_applications/" + TestLine.APPLICATION,
                    "{\"application_name\":\"P\",\"webhook_event_url\":\"" + line.webhooks.url("/voice")
                            + "\",\"call_cost_in_webhooks\":true}");
            String id = line.answered(TestLine.patient());
            line.customer.command(id, "hangup", "{}");
            assertThat(line.webhooks
                            .awaitOne("call.cost")
                            .payload()
                            .path("total_cost")
                            .asText())
                    .isEqualTo("0.0020");
            Delivery hangup = line.webhooks.awaitOne("call.hangup");
            assertThat(hangup.payload().has("start_time")).isTrue();
            assertThat(hangup.payload().has("end_time")).isTrue();
            assertThat(hangup.payload().path("sip_hangup_cause").asText()).isEqualTo("unspecified");
        }
    }

    @Test
    void anApplicationOfWebhookVersion1IsNotServed() {
        try (TestLine line = line(QUICK)) {
            line.customer.patch(
                    "/call_control_applications/" + TestLine.APPLICATION,
                    "{\"application_name\":\"P\",\"webhook_event_url\":\"" + line.webhooks.url("/voice")
                            + "\",\"webhook_api_version\":\"1\"}");
            CallReport report = line.place(TestLine.patient()).await(Duration.ofSeconds(5));
            assertThat(report.notes().getFirst()).contains("webhook API version 2");
            assertThat(line.webhooks.deliveries()).isEmpty();
        }
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
