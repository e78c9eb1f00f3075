package dev.pickup.core.customer;

import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did.CarrierName;
import java.net.URI;
import java.util.Locale;

/// Where carriers reach us for an imported number: the paths of the product's contract, with the
/// credential's id as last element, so that the right key verifies. Pure.
public final class WebhookPlaces {
    private WebhookPlaces() {}

    /// Where Twilio asks what a call does next.
    public static URI twilioVoice(URI publicBaseUrl, String credential) {
        return URI.create(publicBaseUrl.toString().replaceFirst("/$", "") + "/webhooks/twilio/voice/" + credential);
    }

    /// @param name of whatever we make in the customer's account
    public static OurPlace of(URI publicBaseUrl, CarrierName carrier, CredentialId credential, String name) {
        String base = publicBaseUrl.toString().replaceFirst("/$", "") + "/webhooks/"
                + carrier.name().toLowerCase(Locale.ROOT);
        String end = "/" + credential;
        return new OurPlace(
                name,
                URI.create(base + "/voice" + end),
                URI.create(base + "/voice/status" + end),
                URI.create(base + "/messaging" + end));
    }
}
