package dev.pickup.simulators.telnyx.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.Shape;
import dev.pickup.simulators.telnyx.webhook.WebhookTargets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The fields by which a command says where the call's further events go, and how often they are tried.
final class WebhookFields {
    private static final int MOST_RETRIES = 5;
    private static final int LONGEST_SUM_MS = 60_000;

    /// GET, which would put the payload into the query, is not simulated.
    static final Shape SHAPE = Shape.of(
            Shape.matching("webhook_url", "https?://.+", ErrorCode.BAD_REQUEST, "must be an HTTP URL"),
            Shape.oneOf("webhook_url_method", "POST"),
            Shape.object("webhook_urls"),
            Shape.oneOf("webhook_urls_method", "POST"),
            Shape.object("webhook_retries_policies"));

    private WebhookFields() {}

    /// `targets` as these fields change it.
    static WebhookTargets targets(JsonNode body, WebhookTargets targets) {
        WebhookTargets changed = targets;
        if (body.path("webhook_url").isTextual()) {
            changed = changed.withUrl(body.path("webhook_url").textValue());
        }
        if (body.path("webhook_urls").isObject()) {
            Map<String, String> perEvent = new HashMap<>();
            body.path("webhook_urls")
                    .properties()
                    .forEach(e -> perEvent.put(e.getKey(), e.getValue().asText()));
            changed = changed.withPerEvent(perEvent);
        }
        return body.path("webhook_retries_policies").isObject() ? changed.withRetries(retries(body)) : changed;
    }

    /// @throws ApiProblem more than 5 retries, or more than a minute of pauses
    static void check(JsonNode body) {
        retries(body).values().forEach(pauses -> {
            long sum = pauses.stream().mapToLong(Duration::toMillis).sum();
            if (pauses.size() > MOST_RETRIES || sum > LONGEST_SUM_MS) {
                throw new ApiProblem(
                        ErrorCode.OUT_OF_RANGE,
                        "retries_ms has at most 5 entries, whose sum is at most 60000.",
                        "/webhook_retries_policies");
            }
        });
    }

    private static Map<String, List<Duration>> retries(JsonNode body) {
        Map<String, List<Duration>> retries = new HashMap<>();
        body.path("webhook_retries_policies").properties().forEach(policy -> {
            List<Duration> pauses = new ArrayList<>();
            policy.getValue().path("retries_ms").forEach(ms -> pauses.add(Duration.ofMillis(Math.max(0, ms.asLong()))));
            retries.put(policy.getKey(), pauses);
        });
        return retries;
    }
}
