package dev.pickup.functions.runtime;

import dev.pickup.core.byop.ByopImport;
import dev.pickup.core.carrier.OurPlace;
import java.net.URI;
import java.util.Locale;

/// Where carriers reach us for an imported number: the paths of the product's contract, with the
/// credential's id as last element, so that the right key verifies. Pure.
final class WebhookPlaces {
    private WebhookPlaces() {}

    /// Where Twilio asks what a call does next.
    static URI twilioVoice(URI publicBaseUrl, String credential) {
        return URI.create(publicBaseUrl.toString().replaceFirst("/$", "") + "/webhooks/twilio/voice/" + credential);
    }

    static OurPlace of(URI publicBaseUrl, ByopImport state) {
        String base = publicBaseUrl.toString().replaceFirst("/$", "") + "/webhooks/"
                + state.carrier().name().toLowerCase(Locale.ROOT);
        String end = "/" + state.credential();
        return new OurPlace(
                state.placeName(),
                URI.create(base + "/voice" + end),
                URI.create(base + "/voice/status" + end),
                URI.create(base + "/messaging" + end));
    }
}
