package dev.pickup.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.local.gateway.openapi.Operation;
import dev.pickup.local.gateway.openapi.ResponseCheck;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds every response of the API against its definition. A mismatch is logged and kept for whoever asks; the response
/// is sent all the same. Any thread.
public final class ResponseAudit {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseAudit.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int KEPT = 100;

    private final List<String> mismatches = new CopyOnWriteArrayList<>();

    /// The first hundred since the start.
    public List<String> mismatches() {
        return List.copyOf(mismatches);
    }

    void check(Operation operation, APIGatewayV2HTTPResponse response) {
        String mediaType = mediaType(response);
        List<String> found =
                ResponseCheck.mismatches(operation, response.getStatusCode(), mediaType, json(mediaType, response));
        for (String mismatch : found) {
            LOG.warn("{} answered other than openapi.yaml says: {}", operation.routeKey(), mismatch);
            if (mismatches.size() < KEPT) {
                mismatches.add(operation.routeKey() + " " + mismatch);
            }
        }
    }

    private static String mediaType(APIGatewayV2HTTPResponse response) {
        Map<String, String> headers = Optional.ofNullable(response.getHeaders()).orElse(Map.of());
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
                .map(header -> header.getValue().split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private static Optional<JsonNode> json(String mediaType, APIGatewayV2HTTPResponse response) {
        byte[] body = GatewayEvents.body(response);
        if (body.length == 0 || !mediaType.endsWith("json")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(body));
        } catch (IOException e) {
            LOG.warn("A response says it is JSON and is not");
            return Optional.empty();
        }
    }
}
