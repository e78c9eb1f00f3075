package dev.pickup.functions.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.core.carrier.WebhookRequest;
import dev.pickup.core.customer.WebhookPlaces;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.WebhookEntry;
import dev.pickup.functions.webhook.TwilioVoiceWebhook.Answer;
import dev.pickup.functions.webhook.TwilioVoiceWebhook.Entry;
import java.util.Optional;

/// Lambda entry of `POST /webhooks/twilio/voice/{credentialId}`, and of `voice/status`, `voice/handoff` and `messaging`
/// beside it: Twilio says in the form what it is about. Texts are verified and noted.
///
/// Answers 200 with TwiML, or with nothing where nothing is asked; 401 and 400 for what is refused, 503 for what it
/// shall send again: Twilio then asks the fallback URL, which is the same address.
public final class TwilioVoiceHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final FunctionsWiring wiring;
    private final WebhookDoors doors;
    private final TwilioVoiceWebhook webhook;
    private final WebhookEntry entry;

    public TwilioVoiceHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public TwilioVoiceHandler(FunctionsWiring wiring) {
        this.wiring = wiring;
        this.doors = new WebhookDoors(wiring, CarrierName.TWILIO, Optional.empty());
        this.webhook = new TwilioVoiceWebhook(wiring.inbox(CarrierName.TWILIO), wiring::commandsTo);
        this.entry = new WebhookEntry(wiring.metrics(), wiring.clock());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return entry.guarded(() -> switch (webhook.receive(
                request(event), entry(event), wiring.clock().instant())) {
            case Answer.Twiml(String xml) -> WebhookEntry.answer(200, "text/xml", xml);
            case Answer.Noted _ -> WebhookEntry.answer(200, "text/xml", "");
            case Answer.RetryLater _ -> WebhookEntry.inProgress();
        });
    }

    private Entry entry(APIGatewayV2HTTPEvent event) {
        WebhookDoor door = doors.at(event);
        String credential = door.through().map(Object::toString).orElse("");
        return new Entry(
                door.codec(),
                door::eventKey,
                (id, told) -> wiring.desk().take(id, told, door.through()),
                WebhookPlaces.twilioVoice(wiring.publicBaseUrl(), credential));
    }

    /// The address as Twilio was told it: from our settings, not from headers that anybody can set.
    private WebhookRequest request(APIGatewayV2HTTPEvent event) {
        String query =
                event.getRawQueryString() == null || event.getRawQueryString().isEmpty()
                        ? ""
                        : "?" + event.getRawQueryString();
        return WebhookEntry.request(event).at(base() + event.getRawPath() + query);
    }

    private String base() {
        return wiring.publicBaseUrl().toString().replaceFirst("/$", "");
    }
}
