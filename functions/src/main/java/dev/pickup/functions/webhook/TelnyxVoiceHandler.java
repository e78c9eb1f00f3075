package dev.pickup.functions.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.WebhookEntry;

/// Lambda entry of `POST /webhooks/telnyx/voice`. Answers as [WebhookEntry] says.
public final class TelnyxVoiceHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final VoiceWebhook webhook;
    private final WebhookEntry entry;

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
        this.entry = new WebhookEntry(wiring.metrics(), wiring.clock());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return entry.answer(event, webhook::receive);
    }
}
