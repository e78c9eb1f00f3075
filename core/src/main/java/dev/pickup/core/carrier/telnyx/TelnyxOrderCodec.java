package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.carrier.OrderNews;
import dev.pickup.core.carrier.OrderNewsCodec;
import dev.pickup.core.carrier.WebhookRefusedException;
import dev.pickup.core.carrier.WebhookRefusedException.Reason;
import dev.pickup.core.carrier.WebhookRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Telnyx' webhooks about number orders, API version 2. Pure; any thread.
///
/// Source: Telnyx "Number order status update" (2025), event `number_order.complete`.
public final class TelnyxOrderCodec implements OrderNewsCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TelnyxSignature signature;

    /// @param publicKey base64 of 32 raw bytes, as the carrier's portal shows it
    /// @throws IllegalArgumentException it is not
    public TelnyxOrderCodec(String publicKey) {
        this.signature = new TelnyxSignature(publicKey);
    }

    @Override
    public void verify(WebhookRequest request, Instant now) {
        signature.verify(request, now);
    }

    @Override
    public OrderNews parse(WebhookRequest request) {
        JsonNode data = read(request).path("data");
        String id = data.path("id").asText("");
        if (id.isEmpty() || !data.path("event_type").isTextual()) {
            throw new WebhookRefusedException(Reason.MALFORMED);
        }
        boolean isOrder = data.path("event_type").asText().startsWith("number_order.");
        String reference = data.path("payload").path("customer_reference").asText("");
        return new OrderNews(id, isOrder && !reference.isEmpty() ? Optional.of(reference) : Optional.empty());
    }

    private static JsonNode read(WebhookRequest request) {
        try {
            JsonNode body = JSON.readTree(request.body());
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (IOException _) {
            // answered below like other bodies that are no event
        }
        throw new WebhookRefusedException(Reason.MALFORMED);
    }
}
