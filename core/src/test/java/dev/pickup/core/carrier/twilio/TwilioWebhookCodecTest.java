package dev.pickup.core.carrier.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierEvent.CallBridged;
import dev.pickup.core.carrier.CarrierEvent.CallEnded;
import dev.pickup.core.carrier.CarrierEvent.CallOffered;
import dev.pickup.core.carrier.CarrierEvent.Irrelevant;
import dev.pickup.core.carrier.CarrierEvent.StreamEnded;
import dev.pickup.core.carrier.CarrierEvent.TransferLegEnded;
import dev.pickup.core.carrier.HangupCause;
import dev.pickup.core.carrier.WebhookRefusedException;
import dev.pickup.core.carrier.WebhookRefusedException.Reason;
import dev.pickup.core.carrier.WebhookRequest;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioWebhookCodecTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final String CALL = "CA" + "0".repeat(32);
    /// The vector of Twilio's own libraries: token `12345`.
    private static final String VECTOR_URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String VECTOR =
            "CallSid=CA1234567890ABCDE&Caller=%2B12349013030&Digits=1234" + "&From=%2B12349013030&To=%2B18005551212";
    private static final String VECTOR_SIGNATURE = "0/KCTR6DLpKmkAf8muzZqo1nDgQ=";

    private final TwilioWebhookCodec codec = new TwilioWebhookCodec(Secret.of("12345"));

    private static WebhookRequest request(String body, Map<String, String> headers) {
        return WebhookRequest.of(headers, body, false).at(VECTOR_URL);
    }

    private static WebhookRequest signed(String body, String signature) {
        return request(body, Map.of("x-twilio-signature", signature));
    }

    @Test
    void whatTwilioSignedIsLetIn() {
        assertThatCode(() -> codec.verify(signed(VECTOR, VECTOR_SIGNATURE), NOW))
                .doesNotThrowAnyException();
        WebhookRequest withPort =
                signed(VECTOR, VECTOR_SIGNATURE).at("https://mycompany.com:443/myapp.php?foo=1&bar=2");
        assertThatCode(() -> codec.verify(withPort, NOW)).doesNotThrowAnyException();
    }

    /// A repeated name counts once for each distinct value, sorted: HMAC-SHA1 of `https://x.example/a` + `A1A2B`.
    @Test
    void aRepeatedNameIsSignedOnceForEachValue() {
        WebhookRequest twice =
                signed("B=&A=2&A=1&A=2", "rZLB9xnePQkHwH/39W0nU53Bkc0=").at("https://x.example/a");
        assertThatCode(() -> codec.verify(twice, NOW)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "0/KCTR6DLpKmkAf8muzZqo1nDgR=", "nonsense"})
    void anotherSignatureIsRefused(String signature) {
        refused(signed(VECTOR, signature));
        refused(request(VECTOR, Map.of()));
    }

    @Test
    void whatWasChangedAfterSigningIsRefused() {
        refused(signed(VECTOR + "&Extra=1", VECTOR_SIGNATURE));
        refused(signed(VECTOR.replace("1234&", "1235&"), VECTOR_SIGNATURE));
        refused(signed(VECTOR, VECTOR_SIGNATURE).at("https://mycompany.com/myapp.php?foo=1&bar=3"));
        refused(signed(VECTOR, VECTOR_SIGNATURE).at(""));
        assertThatThrownBy(
                        () -> new TwilioWebhookCodec(Secret.of("54321")).verify(signed(VECTOR, VECTOR_SIGNATURE), NOW))
                .isInstanceOf(WebhookRefusedException.class);
    }

    private void refused(WebhookRequest request) {
        assertThatThrownBy(() -> codec.verify(request, NOW))
                .isInstanceOfSatisfying(
                        WebhookRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.SIGNATURE_INVALID));
    }

    private CarrierEvent parse(String more) {
        String body = "CallSid=" + CALL + "&Direction=inbound&From=%2B14155550100&To=%2B13125550199&" + more;
        return codec.parse(request(body, Map.of("i-twilio-idempotency-token", "t-1")), NOW);
    }

    @Test
    void aRingingCallIsOffered() {
        assertThat(parse("CallStatus=ringing")).isInstanceOfSatisfying(CallOffered.class, offered -> {
            assertThat(offered.id()).isEqualTo(CALL + ":ringing");
            assertThat(offered.offer().leg().carrier()).isEqualTo(CarrierName.TWILIO);
            assertThat(offered.callerLegId()).isEqualTo(CALL);
            assertThat(offered.offer().caller()).contains(new PhoneNumber("+14155550100"));
            assertThat(offered.offer().called()).isEqualTo(new PhoneNumber("+13125550199"));
        });
    }

    @ParameterizedTest(name = "from <{0}>")
    @ValueSource(strings = {"", "anonymous", "%2B266696687", "%2B86282452253", "%2B7378742833", "sip%3Aa%40b"})
    void aWithheldNumberIsNone(String from) {
        String body = "CallSid=" + CALL + "&Direction=inbound&CallStatus=ringing&To=%2B13125550199&From=" + from;
        assertThat(codec.parse(request(body, Map.of()), NOW))
                .isInstanceOfSatisfying(
                        CallOffered.class, o -> assertThat(o.offer().caller()).isEmpty());
    }

    @Test
    void aCallThatAsksWhatNextHasLostItsStream() {
        assertThat(parse("CallStatus=in-progress")).isInstanceOfSatisfying(StreamEnded.class, ended -> {
            assertThat(ended.id()).isEqualTo(CALL + ":next:t-1");
            assertThat(ended.path()).isEmpty();
        });
    }

    @ParameterizedTest(name = "{0} bridged {1}")
    @CsvSource({
        "completed,true,42,true",
        "completed,false,42,false",
        "completed,,42,true",
        "completed,,0,false",
        "no-answer,,,false",
        "busy,false,,false"
    })
    void aTransferWorkedWhenTheTwoSpoke(String status, String bridged, String seconds, boolean worked) {
        CarrierEvent event = parse("CallStatus=in-progress&DialCallStatus=" + status + "&DialBridged="
                + (bridged == null ? "" : bridged) + "&DialCallDuration=" + (seconds == null ? "" : seconds));
        if (worked) {
            assertThat(event)
                    .isInstanceOfSatisfying(
                            CallBridged.class, e -> assertThat(e.occurredAt()).isEqualTo(NOW.minusSeconds(42)));
        } else {
            assertThat(event).isInstanceOf(TransferLegEnded.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"completed,COMPLETED", "busy,BUSY", "no-answer,NO_ANSWER", "canceled,NO_ANSWER", "failed,BAD_NUMBER"})
    void whatACallCameToIsItsEnd(String status, HangupCause cause) {
        CarrierEvent event = parse("CallStatus=" + status + "&Timestamp=Mon%2C+04+May+2026+09%3A59%3A58+%2B0000");
        assertThat(event).isInstanceOfSatisfying(CallEnded.class, ended -> {
            assertThat(ended.cause()).isEqualTo(cause);
            assertThat(ended.occurredAt()).isEqualTo(Instant.parse("2026-05-04T09:59:58Z"));
            assertThat(ended.id()).isEqualTo(CALL + ":ended");
        });
    }

    @Test
    void textsStreamsAndCallsOfOthersAreNotActedOn() {
        assertThat(codec.parse(request("MessageSid=SM1&Body=Hi", Map.of()), NOW))
                .isInstanceOf(Irrelevant.class);
        assertThat(parse("CallStatus=in-progress&StreamEvent=stream-error")).isInstanceOf(Irrelevant.class);
        String outbound = "CallSid=" + CALL + "&Direction=outbound-api&CallStatus=ringing&To=%2B13125550199";
        assertThat(codec.parse(request(outbound, Map.of()), NOW)).isInstanceOf(Irrelevant.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CallSid=nonsense", "%zz=1"})
    void anythingElseIsMalformed(String body) {
        assertThatThrownBy(() -> codec.parse(request(body, Map.of()), NOW))
                .isInstanceOfSatisfying(
                        WebhookRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
    }
}
