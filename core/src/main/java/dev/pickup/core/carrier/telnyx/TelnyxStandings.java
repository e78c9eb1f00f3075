package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.ManagedNumbers.Standing;
import dev.pickup.core.carrier.ManagedNumbers.Way;
import java.net.URI;

/// Reads where a number of our account leads, wherever somebody may have pointed it in the portal. What counts is the
/// webhook address at the end, not the name of the thing in between: two installations can share an account, and one
/// of several applications of ours is as good as another.
///
/// Source: Telnyx OpenAPI `spec3.yml` (2026): `phone_numbers`, their `voice` and `messaging` settings,
/// `call_control_applications`, `messaging_profiles`.
record TelnyxStandings(TelnyxHttp http, URI publicBaseUrl) {
    Standing read(JsonNode number) {
        String path = "/phone_numbers/" + TelnyxQuery.encoded(number.path("id").asText());
        boolean active = number.path("status").asText().equals("active");
        return new Standing(active, calls(number, path), texts(path));
    }

    /// Number-level forwarding wins over the connection, and no webhook ever hears of it.
    private Way calls(JsonNode number, String path) {
        JsonNode forwarding = http.get(path + "/voice").path("data").path("call_forwarding");
        boolean isForwarded = forwarding.path("call_forwarding_enabled").asBoolean()
                && !forwarding.path("forwarding_type").asText("always").equals("on-failure");
        JsonNode application = target(
                "/call_control_applications/", number.path("connection_id").asText(""));
        boolean isOurs = application.path("active").asBoolean(true)
                && application.path("webhook_event_url").asText("").equals(publicBaseUrl + "/webhooks/telnyx/voice");
        return isOurs && !isForwarded ? Way.HERE : Way.ELSEWHERE;
    }

    private Way texts(String path) {
        JsonNode messaging = http.get(path + "/messaging").path("data");
        if (!messaging.at("/features/sms").isObject()) {
            return Way.IMPOSSIBLE;
        }
        JsonNode profile = target(
                "/messaging_profiles/", messaging.path("messaging_profile_id").asText(""));
        boolean isOurs = profile.path("enabled").asBoolean(true)
                && profile.path("webhook_url").asText("").equals(publicBaseUrl + "/webhooks/telnyx/messaging");
        return isOurs ? Way.HERE : Way.ELSEWHERE;
    }

    /// What it points to; missing when that is nothing, or of another kind.
    private JsonNode target(String collection, String id) {
        if (id.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return http.get(collection + TelnyxQuery.encoded(id)).path("data");
        } catch (CarrierRejectedException e) {
            if (e.reason() == Reason.LEG_GONE) {
                return MissingNode.getInstance();
            }
            throw e;
        }
    }
}
