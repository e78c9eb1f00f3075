package dev.pickup.functions.billing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.EventJson;
import dev.pickup.core.MalformedEventException;
import dev.pickup.functions.runtime.FunctionsWiring;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lambda entry of billing, fed by the bus with `call.finalized` and `number.charged` in EventBridge's envelope. A
/// fault ends in an
/// exception, and the bus delivers again.
public final class BillingHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Billing billing;

    public BillingHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public BillingHandler(FunctionsWiring wiring) {
        this(new Billing(wiring.usage()));
    }

    BillingHandler(Billing billing) {
        this.billing = billing;
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        JsonNode envelope = JSON.valueToTree(event);
        if (!envelope.path("detail").isObject()) {
            throw new MalformedEventException("An event of the bus has a detail", null);
        }
        billing.take(EventJson.event(
                envelope.path("detail-type").asText(), envelope.path("detail").toString()));
        return null;
    }
}
