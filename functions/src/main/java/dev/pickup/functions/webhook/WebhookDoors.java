package dev.pickup.functions.webhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.pickup.core.carrier.WebhookCodec;
import dev.pickup.core.carrier.WebhookRefusedException;
import dev.pickup.core.carrier.WebhookRefusedException.Reason;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.credential.OpenedCredential;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.functions.runtime.FunctionsWiring;
import java.util.Optional;

/// Finds the key for the address that a webhook came to: our own, or the one of the credential that is
/// the address's last element. Blocking; any thread.
final class WebhookDoors {
    private final FunctionsWiring wiring;
    private final CarrierName carrier;
    private final Optional<WebhookCodec> own;

    /// @param own with the key of our own carrier account; empty when we have none with this carrier
    WebhookDoors(FunctionsWiring wiring, CarrierName carrier, Optional<WebhookCodec> own) {
        this.wiring = wiring;
        this.carrier = carrier;
        this.own = own;
    }

    /// @throws WebhookRefusedException nobody has this address, or it has no key: whoever sent it cannot
    /// be verified. The answer is the same as to a wrong signature
    WebhookDoor at(APIGatewayV2HTTPEvent event) {
        String id = event.getPathParameters() == null
                ? ""
                : event.getPathParameters().getOrDefault("credentialId", "");
        if (id.isEmpty()) {
            return new WebhookDoor(own.orElseThrow(WebhookDoors::refused), Optional.empty());
        }
        OpenedCredential opened = credential(id)
                .flatMap(wiring.openCredentials()::find)
                .filter(found -> found.stored().carrier() == carrier)
                .orElseThrow(WebhookDoors::refused);
        WebhookCodec codec = opened.webhookKey()
                .map(key -> wiring.customers().accounts().webhooks(carrier, key))
                .orElseThrow(WebhookDoors::refused);
        return new WebhookDoor(codec, Optional.of(opened.stored().id()));
    }

    private static Optional<CredentialId> credential(String id) {
        try {
            return Optional.of(new CredentialId(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static WebhookRefusedException refused() {
        return new WebhookRefusedException(Reason.SIGNATURE_INVALID);
    }
}
