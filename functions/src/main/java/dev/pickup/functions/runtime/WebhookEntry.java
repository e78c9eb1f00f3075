package dev.pickup.functions.runtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.core.carrier.WebhookRefusedException;
import dev.pickup.core.carrier.WebhookRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How functions answer a carrier's webhooks: 200 with an empty body for whatever was dealt with, 401 and 400 for
/// what is refused (Telnyx does not repeat those), 503 for what it shall send again. Any thread.
public record WebhookEntry(Metrics metrics, Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookEntry.class);

    /// What the carrier is told.
    public enum Answer {
        OK,
        RETRY_LATER
    }

    /// Deals with one delivery.
    public interface Work {
        /// @throws WebhookRefusedException not to be acted on
        /// @throws RuntimeException a fault: the next delivery may succeed
        Answer receive(WebhookRequest request, Instant now);
    }

    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Work work) {
        return guarded(() -> switch (work.receive(request(event), clock.instant())) {
            case OK -> answer(200, "text/plain", "");
            case RETRY_LATER -> inProgress();
        });
    }

    /// What `work` answers; what it throws is counted, logged without the body, and answered as the type says.
    public APIGatewayV2HTTPResponse guarded(Supplier<APIGatewayV2HTTPResponse> work) {
        try {
            return work.get();
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

    /// Another delivery of the same event is being dealt with: it shall come again.
    public static APIGatewayV2HTTPResponse inProgress() {
        return problem(503, "event-in-progress");
    }

    /// The delivery, with the headers and the body that are signed.
    public static WebhookRequest request(APIGatewayV2HTTPEvent event) {
        String body = event.getBody() == null ? "" : event.getBody();
        Map<String, String> headers = event.getHeaders() == null ? Map.of() : event.getHeaders();
        return WebhookRequest.of(headers, body, event.getIsBase64Encoded());
    }

    private static APIGatewayV2HTTPResponse problem(int status, String code) {
        return answer(status, "application/problem+json", "{\"status\":" + status + ",\"code\":\"" + code + "\"}");
    }

    /// With a header only where there is a body.
    public static APIGatewayV2HTTPResponse answer(int status, String type, String body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(body.isEmpty() ? Map.of() : Map.of("content-type", type))
                .withBody(body)
                .build();
    }
}
