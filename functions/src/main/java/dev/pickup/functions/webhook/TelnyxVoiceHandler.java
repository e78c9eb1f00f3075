package dev.pickup.functions.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.WebhookEntry;
import java.util.Optional;

/// Lambda entry of `POST /webhooks/telnyx/voice`, and of the same with a credential's id as last element.
/// Answers as [WebhookEntry] says.
public final class TelnyxVoiceHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final WebhookDoors doors;
    private final VoiceWebhook webhook;
    private final WebhookEntry entry;

    public TelnyxVoiceHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public TelnyxVoiceHandler(FunctionsWiring wiring) {
        this.webhook = new VoiceWebhook(
                CarrierName.TELNYX, wiring.inbox(CarrierName.TELNYX), wiring.desk(), wiring.commands());
        this.doors = new WebhookDoors(wiring, CarrierName.TELNYX, Optional.of(wiring.telnyxWebhooks()));
        this.entry = new WebhookEntry(wiring.metrics(), wiring.clock());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return entry.answer(event, (request, now) -> webhook.receive(request, doors.at(event), now));
    }
}
