package dev.pickup.functions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallClaims.ClaimOutcome;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallState;
import dev.pickup.core.call.CommandSender;
import dev.pickup.core.call.CommandSender.StreamDoor;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.call.TaskId;
import dev.pickup.core.carrier.WebhookRefusedException;
import dev.pickup.core.carrier.WebhookRequest;
import dev.pickup.core.carrier.twilio.TwilioWebhookCodec;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.state.DynamoDbPendingCommands;
import dev.pickup.functions.CallsUnderTest;
import dev.pickup.functions.TestDatabase;
import dev.pickup.functions.webhook.TwilioVoiceWebhook.Answer;
import dev.pickup.functions.webhook.TwilioVoiceWebhook.Entry;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Signed webhooks, as Twilio posts them, on the real database.
@ExtendWith(TestDatabase.class)
class TwilioVoiceWebhookIT {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String URL = "https://pickup.example.com/webhooks/twilio/voice/cred-7";
    private static final Pattern STREAM =
            Pattern.compile("<Stream url=\"wss://pickup.example.com/media/twilio/([^\"]+)\">");

    private final DynamoDbClient database;
    private final String callSid = "CA" + UUID.randomUUID().toString().replace("-", "");
    private CallsUnderTest world;
    private TwilioVoiceWebhook webhook;
    private Entry entry;

    TwilioVoiceWebhookIT(DynamoDbClient database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        world = new CallsUnderTest(database);
        StreamDoor door = new StreamDoor(URI.create("https://pickup.example.com"), new SecureRandom());
        webhook = new TwilioVoiceWebhook(
                world.wiring.inbox(CarrierName.TWILIO),
                carrier -> new CommandSender(
                        world.wiring.calls(),
                        new DynamoDbPendingCommands(world.wiring.database()),
                        world.wiring.desk(),
                        _ -> carrier,
                        door));
        entry = new Entry(
                new TwilioWebhookCodec(Secret.of(TOKEN)),
                id -> "cred-7:" + id,
                (id, event) -> world.wiring.desk().take(id, event),
                URI.create(URL));
    }

    private WebhookRequest request(String status, String to, String idempotency, String key) throws Exception {
        Map<String, String> form = new TreeMap<>(Map.of(
                "CallSid", callSid,
                "CallStatus", status,
                "Direction", "inbound",
                "From", "+13125550100",
                "To", to));
        StringBuilder signed = new StringBuilder(URL);
        form.forEach((name, value) -> signed.append(name).append(value));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        String signature =
                Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return WebhookRequest.of(
                        Map.of("X-Twilio-Signature", signature, "I-Twilio-Idempotency-Token", idempotency), body, false)
                .at(URL);
    }

    private Answer post(String status, String idempotency) throws Exception {
        String to = world.account.number().e164();
        return webhook.receive(request(status, to, idempotency, TOKEN), entry, world.clock.instant());
    }

    private static StreamToken token(Answer answer) {
        Matcher matcher = STREAM.matcher(((Answer.Twiml) answer).xml());
        assertThat(matcher.find()).as(((Answer.Twiml) answer).xml()).isTrue();
        return new StreamToken(matcher.group(1));
    }

    private Call call() {
        return world.wiring.calls().find(CallId.of(CarrierName.TWILIO, callSid)).orElseThrow();
    }

    private ClaimOutcome claim(StreamToken token) {
        return world.claims().claim(token, callSid, new TaskId("task-1"), world.clock.instant());
    }

    @Test
    void aRingingCallIsAnsweredWithAStreamWhoseTokenOpensIt() throws Exception {
        StreamToken token = token(post("ringing", "t-1"));
        assertThat(call().state()).isEqualTo(CallState.ANSWERED);
        assertThat(claim(token)).isInstanceOf(ClaimOutcome.Claimed.class);
        assertThat(call().state()).isEqualTo(CallState.IN_PROGRESS);

        assertThat(post("completed", "t-2")).isEqualTo(new Answer.Noted());
        assertThat(call().state()).isEqualTo(CallState.ENDED);
        assertThat(post("completed", "t-2")).isEqualTo(new Answer.Noted());
    }

    @Test
    void whoAsksAgainIsToldAgainWithAStreamThatOpens() throws Exception {
        StreamToken lost = token(post("ringing", "t-1"));
        StreamToken second = token(post("ringing", "t-1"));
        assertThat(second.value()).isNotEqualTo(lost.value());
        assertThat(claim(second)).isInstanceOf(ClaimOutcome.Claimed.class);
    }

    @Test
    void aStreamThatBreaksIsReplacedUnderTheCall() throws Exception {
        assertThat(claim(token(post("ringing", "t-1")))).isInstanceOf(ClaimOutcome.Claimed.class);
        StreamToken next = token(post("in-progress", "t-2"));
        assertThat(claim(next))
                .isInstanceOfSatisfying(
                        ClaimOutcome.Claimed.class,
                        claimed -> assertThat(claimed.call().epoch()).isEqualTo(2));
    }

    @Test
    void aNumberThatIsNobodysIsRefusedAloud() throws Exception {
        Answer answer = webhook.receive(request("ringing", "+14155550177", "t-1", TOKEN), entry, world.clock.instant());
        assertThat(((Answer.Twiml) answer).xml()).contains("<Say language=\"en-US\">", "</Say><Hangup/>");
    }

    @Test
    void whatIsForgedWritesNothing() throws Exception {
        WebhookRequest forged = request("ringing", world.account.number().e164(), "t-1", "another-token");
        assertThatThrownBy(() -> webhook.receive(forged, entry, world.clock.instant()))
                .isInstanceOf(WebhookRefusedException.class);
        assertThat(world.wiring.calls().find(CallId.of(CarrierName.TWILIO, callSid)))
                .isEmpty();
    }
}
