package dev.pickup.functions.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.core.carrier.WebhookRefusedException;
import dev.pickup.core.carrier.WebhookRequest;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.Metrics;
import dev.pickup.functions.webhook.TwilioVoiceWebhook.Answer;
import dev.pickup.functions.webhook.TwilioVoiceWebhook.Entry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lambda entry of `POST /webhooks/twilio/voice/{credentialId}`, and of `voice/status`, `voice/handoff` and `messaging`
/// beside it: Twilio says in the form what it is about. Texts are verified and noted.
///
/// Answers 200 with TwiML, or with nothing where nothing is asked; 401 and 400 for what is refused, 503 for what it
/// shall send again: Twilio then asks the fallback URL, which is the same address.
public final class TwilioVoiceHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioVoiceHandler.class);

    private final FunctionsWiring wiring;
    private final WebhookDoors doors;
    private final TwilioVoiceWebhook webhook;
    private final Metrics metrics;
    private final Clock clock;

    public TwilioVoiceHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public TwilioVoiceHandler(FunctionsWiring wiring) {
        this.wiring = wiring;
        this.doors = new WebhookDoors(wiring, CarrierName.TWILIO, Optional.empty());
        this.webhook = new TwilioVoiceWebhook(wiring.inbox(CarrierName.TWILIO), wiring::commandsTo);
        this.metrics = wiring.metrics();
        this.clock = wiring.clock();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        try {
            return switch (webhook.receive(request(event), entry(event), clock.instant())) {
                case Answer.Twiml(String xml) -> answer(200, "text/xml", xml);
                case Answer.Noted _ -> answer(200, "text/xml", "");
                case Answer.RetryLater _ -> problem(503, "event-in-progress");
            };
        } catch (WebhookRefusedException e) {
            metrics.count("WebhookRefused", e.reason().code());
            return switch (e.reason()) {
                case SIGNATURE_INVALID, SIGNATURE_EXPIRED ->
                    problem(401, e.reason().code());
                case MALFORMED -> problem(400, e.reason().code());
            };
        } catch (RuntimeException e) {
            LOG.error("A webhook failed and is to come again", e);
            metrics.count("WebhookFailed", e.getClass().getSimpleName());
            return problem(503, "try-again");
        }
    }

    private Entry entry(APIGatewayV2HTTPEvent event) {
        WebhookDoor door = doors.at(event);
        String credential = door.through().map(Object::toString).orElse("");
        return new Entry(
                door.codec(),
                door::eventKey,
                (id, told) -> wiring.desk().take(id, told, door.through()),
                URI.create(base() + "/webhooks/twilio/voice/" + credential));
    }

    /// The address as Twilio was told it: from our settings, not from headers that anybody can set.
    private WebhookRequest request(APIGatewayV2HTTPEvent event) {
        String body = event.getBody() == null ? "" : event.getBody();
        Map<String, String> headers = event.getHeaders() == null ? Map.of() : event.getHeaders();
        String query =
                event.getRawQueryString() == null || event.getRawQueryString().isEmpty()
                        ? ""
                        : "?" + event.getRawQueryString();
        return WebhookRequest.of(headers, body, event.getIsBase64Encoded()).at(base() + event.getRawPath() + query);
    }

    private String base() {
        return wiring.publicBaseUrl().toString().replaceFirst("/$", "");
    }

    private static APIGatewayV2HTTPResponse problem(int status, String code) {
        return answer(status, "application/problem+json", "{\"status\":" + status + ",\"code\":\"" + code + "\"}");
    }

    private static APIGatewayV2HTTPResponse answer(int status, String type, String body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(body.isEmpty() ? Map.of() : Map.of("content-type", type))
                .withBody(body)
                .build();
    }
}
