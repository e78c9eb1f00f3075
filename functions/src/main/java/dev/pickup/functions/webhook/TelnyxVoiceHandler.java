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
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lambda entry of `POST /webhooks/telnyx/voice`.
///
/// Answers 200 with an empty body for whatever was dealt with, 401 and 400 for what is refused (Telnyx does not
/// repeat
/// those), 503 for what it shall send again.
public final class TelnyxVoiceHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(TelnyxVoiceHandler.class);

    private final VoiceWebhook webhook;
    private final Metrics metrics;
    private final Clock clock;

    public TelnyxVoiceHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public TelnyxVoiceHandler(FunctionsWiring wiring) {
        this.webhook = new VoiceWebhook(
                CarrierName.TELNYX,
                wiring.telnyxWebhooks(),
                wiring.inbox(CarrierName.TELNYX),
                wiring.desk(),
                wiring.commands());
        this.metrics = wiring.metrics();
        this.clock = wiring.clock();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        try {
            return switch (webhook.receive(request(event), clock.instant())) {
                case OK -> answer(200, "");
                case RETRY_LATER -> problem(503, "event-in-progress");
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

    private static WebhookRequest request(APIGatewayV2HTTPEvent event) {
        String body = event.getBody() == null ? "" : event.getBody();
        Map<String, String> headers = event.getHeaders() == null ? Map.of() : event.getHeaders();
        return WebhookRequest.of(headers, body, event.getIsBase64Encoded());
    }

    private static APIGatewayV2HTTPResponse problem(int status, String code) {
        return answer(status, "{\"status\":" + status + ",\"code\":\"" + code + "\"}");
    }

    private static APIGatewayV2HTTPResponse answer(int status, String body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(body.isEmpty() ? Map.of() : Map.of("content-type", "application/problem+json"))
                .withBody(body)
                .build();
    }
}
