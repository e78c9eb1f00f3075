package dev.pickup.functions.provisioning;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.WebhookEntry;

/// Lambda entry of `POST /webhooks/telnyx/orders`. Answers as [WebhookEntry] says.
public final class TelnyxOrdersHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final OrderWebhook webhook;
    private final WebhookEntry entry;

    public TelnyxOrdersHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public TelnyxOrdersHandler(FunctionsWiring wiring) {
        this.webhook = new OrderWebhook(wiring.telnyxOrders(), wiring.inbox(CarrierName.TELNYX), wiring.numberDesk());
        this.entry = new WebhookEntry(wiring.metrics(), wiring.clock());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return entry.answer(event, webhook::receive);
    }
}
