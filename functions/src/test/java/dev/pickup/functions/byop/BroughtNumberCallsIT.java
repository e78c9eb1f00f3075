package dev.pickup.functions.byop;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallState;
import dev.pickup.core.carrier.WebhookInbox;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.functions.TestDatabase;
import dev.pickup.functions.webhook.TwilioVoiceHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Calls to a number that was imported from Twilio: its webhooks, as API Gateway hands them on, at the address of the
/// credential. Signed here by the published rule, not by our own code.
@ExtendWith(TestDatabase.class)
class BroughtNumberCallsIT {
    private static final String BASE = "https://pickup.example.com";

    private final DynamoDbClient database;
    private final String callSid = "CA" + UUID.randomUUID().toString().replace("-", "");

    @TempDir
    private Path folder;

    private BroughtNumbers world;
    private TwilioVoiceHandler handler;
    private String credential;

    BroughtNumberCallsIT(DynamoDbClient database) {
        this.database = database;
    }

    @BeforeEach
    void bringANumber() {
        world = new BroughtNumbers(database, folder, UnaryOperator.identity());
        credential = world.stored();
        assertThat(world.takeForAgent(credential).status()).isEqualTo(200);
        handler = new TwilioVoiceHandler(world.wiring);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void aRingingCallIsToldToConnectAStreamAndToAskUsAfterwards() {
        APIGatewayV2HTTPResponse answer = deliver(form("ringing"));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getHeaders()).containsEntry("content-type", "text/xml");
        assertThat(answer.getBody())
                .startsWith("<?xml")
                .contains("<Connect action=\"" + BASE + path() + "\" method=\"POST\">")
                .containsPattern("<Stream url=\"wss://pickup\\.example\\.com/media/twilio/[^\"?]+\">")
                .containsPattern("<Parameter name=\"token\" value=\"[^\"]+\"/>");
        Call call = call().orElseThrow();
        assertThat(call.state()).isEqualTo(CallState.ANSWERED);
        assertThat(call.account()).isEqualTo(world.account);
        assertThat(call.leg().through().orElseThrow().value()).isEqualTo(credential);
    }

    @Test
    void theEndIsNotedAndAskedForNothing() {
        deliver(form("ringing"));
        Map<String, String> completed = form("completed");
        completed.put("CallDuration", "7");
        completed.put("Timestamp", "Mon, 23 Nov 2026 10:00:07 +0000");

        APIGatewayV2HTTPResponse answer = deliver(completed);

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody()).isEmpty();
        assertThat(answer.getHeaders()).isEmpty();
        assertThat(call().orElseThrow().state()).isEqualTo(CallState.ENDED);
    }

    @Test
    void whateverElseTwilioSendsIsPartOfTheSignature() {
        Map<String, String> form = form("ringing");
        form.put("SomethingNew", "ä + b&c=d ");
        form.put("Empty", "");

        assertThat(deliver(form).getStatusCode()).isEqualTo(200);
        assertThat(call()).isPresent();
    }

    /// "Twilio itself is inconsistent."
    @ParameterizedTest
    @ValueSource(strings = {"https://pickup.example.com", "https://pickup.example.com:443"})
    void theAddressIsSignedWithItsPortOrWithout(String base) {
        Map<String, String> form = form("ringing");
        APIGatewayV2HTTPEvent event = event(form, signature(BroughtNumbers.TOKEN, base + path(), form));

        assertThat(handler.handleRequest(event, null).getStatusCode()).isEqualTo(200);
    }

    @Test
    void aBodyInBase64AndHeadersInSmallLettersAreTheSame() {
        Map<String, String> form = form("ringing");
        APIGatewayV2HTTPEvent event = event(form, signature(BroughtNumbers.TOKEN, BASE + path(), form));
        event.setBody(Base64.getEncoder().encodeToString(event.getBody().getBytes(StandardCharsets.UTF_8)));
        event.setIsBase64Encoded(true);
        event.setHeaders(event.getHeaders().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue)));

        assertThat(handler.handleRequest(event, null).getStatusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "another token, token",
        "another address, address",
        "a field that was changed, changed",
        "a field that was added, added",
        "no signature, none",
        "another credential, credential",
        "no credential, nowhere"
    })
    void whatTwilioDidNotSignForThisCustomerIsRefusedAndWritesNothing(String name, String what) {
        Map<String, String> form = form("ringing");
        APIGatewayV2HTTPEvent event = event(form, signature(BroughtNumbers.TOKEN, BASE + path(), form));
        switch (what) {
            case "token" -> sign(event, signature("0".repeat(32), BASE + path(), form));
            case "address" -> sign(event, signature(BroughtNumbers.TOKEN, BASE + path() + "/status", form));
            case "changed" -> event.setBody(event.getBody().replace("CallStatus=ringing", "CallStatus=completed"));
            case "added" -> event.setBody(event.getBody() + "&ForwardedFrom=%2B13125550109");
            case "none" -> event.setHeaders(Map.of());
            case "credential" -> event.setPathParameters(Map.of("credentialId", "cred_nobodys"));
            default -> event.setPathParameters(Map.of());
        }

        APIGatewayV2HTTPResponse answer = handler.handleRequest(event, null);

        assertThat(answer.getStatusCode()).as(name).isEqualTo(401);
        assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.getBody()).contains("\"code\":\"signature-invalid\"");
        assertThat(call()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CallSid, CA1", "To, client:alice"})
    void whatIsSignedAndMakesNoSenseIsMalformed(String field, String value) {
        Map<String, String> form = form("ringing");
        form.put(field, value);

        APIGatewayV2HTTPResponse answer = deliver(form);

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody()).contains("\"code\":\"malformed\"");
    }

    @Test
    void textsAndStreamsAreNotedAndActNothing() {
        Map<String, String> text = new TreeMap<>(Map.of(
                "MessageSid", "SM" + "1".repeat(32), "From", "+13125550100", "To", world.number, "Body", "Hello"));
        Map<String, String> stream = form("in-progress");
        stream.put("StreamEvent", "stream-started");

        for (Map<String, String> form : List.of(text, stream)) {
            APIGatewayV2HTTPResponse answer = deliver(form);
            assertThat(answer.getStatusCode()).isEqualTo(200);
            assertThat(answer.getBody()).isEmpty();
        }
        assertThat(call()).isEmpty();
    }

    @Test
    void anEventThatSomebodyIsAtIsToComeAgain() {
        WebhookInbox inbox = world.wiring.inbox(CarrierName.TWILIO);
        inbox.claim(
                credential + ":" + callSid + ":ringing", world.wiring.clock().instant());

        APIGatewayV2HTTPResponse answer = deliver(form("ringing"));

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getBody()).contains("\"code\":\"event-in-progress\"");
        assertThat(call()).isEmpty();
    }

    private APIGatewayV2HTTPResponse deliver(Map<String, String> form) {
        return handler.handleRequest(event(form, signature(BroughtNumbers.TOKEN, BASE + path(), form)), null);
    }

    private String path() {
        return "/webhooks/twilio/voice/" + credential;
    }

    private Map<String, String> form(String status) {
        return new TreeMap<>(Map.of(
                "CallSid",
                callSid,
                "AccountSid",
                BroughtNumbers.SID,
                "CallStatus",
                status,
                "Direction",
                "inbound",
                "ApiVersion",
                "2010-04-01",
                "From",
                "+13125550100",
                "To",
                world.number));
    }

    private APIGatewayV2HTTPEvent event(Map<String, String> form, String signature) {
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setRawPath(path());
        event.setPathParameters(Map.of("credentialId", credential));
        event.setBody(form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
        sign(event, signature);
        return event;
    }

    private static void sign(APIGatewayV2HTTPEvent event, String signature) {
        event.setHeaders(Map.of(
                "X-Twilio-Signature",
                signature,
                "I-Twilio-Idempotency-Token",
                UUID.randomUUID().toString(),
                "Content-Type",
                "application/x-www-form-urlencoded"));
    }

    /// HMAC-SHA1 over the address and all parameters, by name, without separators.
    private static String signature(String token, String url, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Call> call() {
        return world.wiring.calls().find(CallId.of(CarrierName.TWILIO, callSid));
    }
}
