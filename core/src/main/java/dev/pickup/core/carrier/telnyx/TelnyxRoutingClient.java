package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.number.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads and writes where one number points.
final class TelnyxRoutingClient {
    private static final String CONTEXT_PROFILE = "connection.outbound_voice_profile_id";

    private final TelnyxWire wire;

    TelnyxRoutingClient(TelnyxWire wire) {
        this.wire = wire;
    }

    Optional<NumberRouting> read(String numberId) {
        TelnyxReply number = wire.get(path(numberId));
        if (number.notFound()) {
            return Optional.empty();
        }
        JsonNode voice = wire.get(path(numberId) + "/voice").orRejected().data();
        JsonNode messaging = optional(path(numberId) + "/messaging");
        JsonNode data = number.orRejected().data();
        return Optional.of(new NumberRouting(
                new PhoneNumber(data.path("phone_number").asText()),
                numberId,
                TelnyxRoutingFields.of(data, voice, messaging),
                context(data, messaging)));
    }

    /// What wins goes on first and off last: number-level forwarding wins over the connection. So a number that is
    /// pointed at us is connected before its forwarding ends, and one that is put back is forwarded before it is
    /// disconnected: a call in between goes to one of the two, never to a third.
    void write(String numberId, Map<String, String> fields) {
        List<String> order = TelnyxRoutingFields.forwardsAll(fields)
                ? List.of(TelnyxRoutingFields.VOICE, TelnyxRoutingFields.NUMBER, TelnyxRoutingFields.MESSAGING)
                : List.of(TelnyxRoutingFields.NUMBER, TelnyxRoutingFields.VOICE, TelnyxRoutingFields.MESSAGING);
        for (String resource : order) {
            ObjectNode body = TelnyxRoutingFields.body(resource, fields);
            if (!body.isEmpty()) {
                String suffix = resource.equals(TelnyxRoutingFields.NUMBER) ? "" : "/" + resource;
                wire.patch(path(numberId) + suffix, body).orRejected();
            }
        }
    }

    /// The profile that the number's application dials out with; empty for none.
    static Optional<String> outboundProfile(NumberRouting routing) {
        return Optional.ofNullable(routing.context().get(CONTEXT_PROFILE))
                .map(TelnyxRoutingFields::value)
                .map(JsonNode::textValue);
    }

    private Map<String, String> context(JsonNode number, JsonNode messaging) {
        Map<String, String> context = new LinkedHashMap<>();
        for (String field : List.of("status", "phone_number_type", "country_iso_alpha2", "deletion_lock_enabled")) {
            context.put("number." + field, TelnyxRoutingFields.text(number.path(field)));
        }
        context.put("messaging.sms", TelnyxRoutingFields.text(messaging.at("/features/sms")));
        String connection = number.path("connection_id").asText("");
        if (!connection.isEmpty()) {
            JsonNode target = optional("/connections/" + TelnyxQuery.encoded(connection));
            for (String field :
                    List.of("record_type", "connection_name", "webhook_event_url", "outbound_voice_profile_id")) {
                context.put("connection." + field, TelnyxRoutingFields.text(target.path(field)));
            }
        }
        String profile = messaging.path("messaging_profile_id").asText("");
        if (!profile.isEmpty()) {
            JsonNode target = optional("/messaging_profiles/" + TelnyxQuery.encoded(profile));
            for (String field : List.of("name", "webhook_url", "whitelisted_destinations", "number_pool_settings")) {
                context.put("messaging_profile." + field, TelnyxRoutingFields.text(target.path(field)));
            }
        }
        return context;
    }

    /// What may not be there for us: it explains, and nothing depends on it.
    private JsonNode optional(String path) {
        TelnyxReply reply = wire.get(path);
        return reply.ok() ? reply.data() : MissingNode.getInstance();
    }

    private static String path(String numberId) {
        return "/phone_numbers/" + TelnyxQuery.encoded(numberId);
    }
}
