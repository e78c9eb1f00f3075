package dev.pickup.core.carrier.telnyx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierEvent.Offer;
import dev.pickup.core.carrier.HangupCause;
import dev.pickup.core.carrier.WebhookRefusedException;
import dev.pickup.core.carrier.WebhookRefusedException.Reason;
import dev.pickup.core.carrier.WebhookRequest;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelnyxWebhookCodecTest {
    /// Signed with the sample key of RFC 8032, section 7.1, test 1.
    private static final String KEY = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private static final String BODY =
            "{\"data\":{\"record_type\":\"event\",\"event_type\":\"call.initiated\",\"id\":\"0ccc7b54-4df3-4bca-a65a-3da1ecc777f0\"}}";
    private static final String SIGNATURE =
            "S6ZX2aLvrSc4npbOQSwmg28N7D1be9PWL9kDmWvS0c3RDJ0DXBKv388PJCA3C5wKigSLLW0pxsgieXC1lkb+CQ==";
    private static final long SIGNED_AT = 1_700_000_000L;
    private static final Instant NOW = Instant.ofEpochSecond(SIGNED_AT);
    private static final Instant OCCURRED = Instant.parse("2026-02-02T22:25:27.521992Z");
    private static final CallLeg LEG = new CallLeg(CarrierName.TELNYX, "leg-1", "v3:control", "session-1");
    private static final Offer OFFER =
            new Offer(LEG, Optional.of(new PhoneNumber("+13125550100")), new PhoneNumber("+13125550199"));

    private final TelnyxWebhookCodec codec = new TelnyxWebhookCodec(KEY);

    @Test
    void acceptsWhatTheCarrierSigned() {
        assertThatCode(() -> codec.verify(signed("Telnyx-Signature-Ed25519", SIGNATURE, BODY), NOW))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsTheSameBytesAsBase64() {
        String base64 = Base64.getEncoder().encodeToString(BODY.getBytes(UTF_8));
        WebhookRequest request = WebhookRequest.of(headers(SIGNATURE, "" + SIGNED_AT), base64, true);
        assertThatCode(() -> codec.verify(request, NOW)).doesNotThrowAnyException();
        refused(Reason.SIGNATURE_INVALID, () -> WebhookRequest.of(Map.of(), "not base64!", true));
    }

    @ParameterizedTest(name = "{0} s later: {1}")
    @CsvSource({"300, accepted", "-300, accepted", "301, refused", "-301, refused"})
    void refusesAReplay(long secondsLater, String verdict) {
        WebhookRequest request = WebhookRequest.of(headers(SIGNATURE, "" + SIGNED_AT), BODY, false);
        if (verdict.equals("accepted")) {
            assertThatCode(() -> codec.verify(request, NOW.plusSeconds(secondsLater)))
                    .doesNotThrowAnyException();
        } else {
            refused(Reason.SIGNATURE_EXPIRED, () -> codec.verify(request, NOW.plusSeconds(secondsLater)));
        }
    }

    static Stream<Arguments> forgeries() {
        String other = "A" + SIGNATURE.substring(1);
        return Stream.of(
                Arguments.of("another body", headers(SIGNATURE, "" + SIGNED_AT), BODY.replace("3da1", "3da2")),
                Arguments.of("a space more", headers(SIGNATURE, "" + SIGNED_AT), BODY + " "),
                Arguments.of("another time", headers(SIGNATURE, "" + (SIGNED_AT + 1)), BODY),
                Arguments.of("another signature", headers(other, "" + SIGNED_AT), BODY),
                Arguments.of("a short signature", headers("AAAA", "" + SIGNED_AT), BODY),
                Arguments.of("no base64", headers("%%%", "" + SIGNED_AT), BODY),
                Arguments.of("no number as time", headers(SIGNATURE, "17e8"), BODY),
                Arguments.of("no signature", Map.of("telnyx-timestamp", "" + SIGNED_AT), BODY),
                Arguments.of("no time", Map.of("telnyx-signature-ed25519", SIGNATURE), BODY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void refusesAForgery(String name, Map<String, String> headers, String body) {
        refused(Reason.SIGNATURE_INVALID, () -> codec.verify(WebhookRequest.of(headers, body, false), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64"})
    void refusesAKeyThatIsNone(String key) {
        assertThatThrownBy(() -> new TelnyxWebhookCodec(key)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> events() {
        String id = "evt-1";
        String token = "T".repeat(43);
        String target = "\"client_state\":\"" + ClientState.ofTransferTarget("leg-1") + "\",\"direction\":\"outgoing\"";
        return Stream.of(
                Arguments.of("call.initiated", "", new CarrierEvent.CallOffered(id, OCCURRED, OFFER)),
                Arguments.of(
                        "call.answered",
                        "\"codec\":\"PCMU\",\"something_new\":[1]",
                        new CarrierEvent.CallAnswered(id, OCCURRED, OFFER)),
                Arguments.of(
                        "call.hangup",
                        "\"hangup_cause\":\"normal_clearing\",\"end_time\":\"2026-02-02T22:30:00Z\"",
                        new CarrierEvent.CallEnded(
                                id, Instant.parse("2026-02-02T22:30:00Z"), OFFER, HangupCause.COMPLETED)),
                Arguments.of(
                        "call.hangup",
                        "\"hangup_cause\":\"a_new_one\",\"end_time\":\"soon\"",
                        new CarrierEvent.CallEnded(id, OCCURRED, OFFER, HangupCause.UNKNOWN)),
                Arguments.of("call.speak.ended", "", new CarrierEvent.SpeechEnded(id, "leg-1", OCCURRED)),
                Arguments.of("call.bridged", "", new CarrierEvent.CallBridged(id, "leg-1", OCCURRED)),
                Arguments.of("streaming.started", "", new CarrierEvent.StreamStarted(id, "leg-1", OCCURRED)),
                Arguments.of(
                        "streaming.stopped",
                        "\"stream_url\":\"wss://media.example.com/media/telnyx/" + token + "?x=1\"",
                        new CarrierEvent.StreamEnded(id, "leg-1", OCCURRED, Optional.of(token))),
                Arguments.of(
                        "streaming_failed", "", new CarrierEvent.StreamEnded(id, "leg-1", OCCURRED, Optional.empty())),
                Arguments.of("call.bridged", target, new CarrierEvent.CallBridged(id, "leg-1", OCCURRED)),
                Arguments.of(
                        "call.hangup",
                        target + ",\"hangup_cause\":\"user_busy\",\"call_leg_id\":\"leg-2\"",
                        new CarrierEvent.TransferLegEnded(id, "leg-1", OCCURRED, HangupCause.BUSY)),
                Arguments.of(
                        "call.initiated",
                        "\"direction\":\"outgoing\"",
                        new CarrierEvent.Irrelevant(id, "leg-1", OCCURRED, "call.initiated")),
                Arguments.of(
                        "call.dtmf.received",
                        "\"digit\":\"1\"",
                        new CarrierEvent.Irrelevant(id, "leg-1", OCCURRED, "call.dtmf.received")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("events")
    void readsAnEvent(String type, String extra, CarrierEvent expected) {
        assertThat(parse(event(type, extra))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "", "sip:bob@example.com"})
    void aWithheldNumberIsNone(String from) {
        CarrierEvent event = parse(event("call.initiated", "\"from\":\"" + from + "\""));
        assertThat(((CarrierEvent.CallOffered) event).offer().caller()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"data\":{\"id\":\"x\"}}",
                "{\"data\":{\"event_type\":\"call.initiated\"}}",
                "{\"data\":{\"id\":7,\"event_type\":\"call.initiated\"}}",
                "{\"data\":{\"id\":\"x\",\"event_type\":\"call.initiated\",\"payload\":{\"call_leg_id\":\"l\",\"to\":\"+13125550199\"}}}",
                "{\"data\":{\"id\":\"x\",\"event_type\":\"call.initiated\",\"payload\":{\"call_leg_id\":\"l\",\"call_control_id\":\"c\",\"to\":\"bob\"}}}"
            })
    void refusesAShapeItDoesNotKnow(String body) {
        refused(Reason.MALFORMED, () -> parse(body));
    }

    private CarrierEvent parse(String body) {
        return codec.parse(WebhookRequest.of(Map.of(), body, false), NOW);
    }

    /// The envelope of "Voice API webhooks"; `extra` comes last and wins over a field of the same name.
    private static String event(String type, String extra) {
        return """
                {"data":{"record_type":"event","event_type":"%s","id":"evt-1","occurred_at":"2026-02-02T22:25:27.521992Z",
                 "payload":{"call_control_id":"v3:control","call_leg_id":"leg-1","call_session_id":"session-1",
                  "connection_id":"7267","client_state":null,"direction":"incoming","state":"parked",
                  "from":"+13125550100","to":"+13125550199","tags":[]%s}},
                 "meta":{"attempt":1,"delivered_to":"https://hooks.example.com/telnyx/voice"}}
                """.formatted(type, extra.isEmpty() ? "" : "," + extra);
    }

    private static WebhookRequest signed(String header, String signature, String body) {
        return WebhookRequest.of(Map.of(header, signature, "TELNYX-TIMESTAMP", "" + SIGNED_AT), body, false);
    }

    private static Map<String, String> headers(String signature, String timestamp) {
        return Map.of("telnyx-signature-ed25519", signature, "telnyx-timestamp", timestamp);
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WebhookRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
