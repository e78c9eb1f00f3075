package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.rest.Shape;
import java.util.Optional;

/// The three resources that describe an owned number: itself, its voice settings, its messaging settings.
final class NumberResource {
    static final Shape WRITABLE = Shape.of(
            Shape.text("connection_id", 64),
            Shape.texts("tags"),
            Shape.text("external_pin", 64),
            Shape.bool("hd_voice_enabled"),
            Shape.text("customer_reference", 255),
            Shape.text("billing_group_id", 64),
            Shape.text("address_id", 64));

    static final Shape WRITABLE_VOICE = Shape.of(
            Shape.object(
                    "call_forwarding",
                    Shape.of(
                            Shape.bool("call_forwarding_enabled"),
                            Shape.text("forwards_to", 32),
                            Shape.oneOf("forwarding_type", "always", "on-failure"))),
            Shape.object(
                    "call_recording",
                    Shape.of(
                            Shape.bool("inbound_call_recording_enabled"),
                            Shape.oneOf("inbound_call_recording_format", "wav", "mp3"),
                            Shape.oneOf("inbound_call_recording_channels", "single", "dual"))),
            Shape.object(
                    "cnam_listing",
                    Shape.of(Shape.bool("cnam_listing_enabled"), Shape.text("cnam_listing_details", 15))),
            Shape.object("media_features"),
            Shape.text("translated_number", 32),
            Shape.bool("tech_prefix_enabled"),
            Shape.bool("caller_id_name_enabled"),
            Shape.oneOf("usage_payment_method", "pay-per-minute", "channel"),
            Shape.oneOf("inbound_call_screening", "disabled", "reject_calls", "flag_calls"));

    static final Shape WRITABLE_MESSAGING =
            Shape.of(Shape.text("messaging_profile_id", 64), Shape.text("messaging_product", 64));

    /// A number that has just become somebody's.
    ///
    /// @param type as the API shows it: `local`; a number that was bought a moment ago may still say `longcode`
    /// @param sms  whether it can be texted
    record Bought(String id, String phoneNumber, String country, String type, boolean sms, String now) {}

    private NumberResource() {}

    /// All three resources.
    static void put(Bought bought, Resources resources) {
        resources.put(Kind.VOICE, voice(bought));
        resources.put(Kind.MESSAGING, messaging(bought));
        resources.put(Kind.NUMBER, number(bought));
    }

    /// Points all three resources at these.
    static void point(
            Resources resources, String id, Optional<String> connectionId, Optional<String> messagingProfileId) {
        resources.change(Kind.VOICE, id, v -> v.put("connection_id", connectionId.orElse(null)));
        resources.change(Kind.MESSAGING, id, m -> m.put("messaging_profile_id", messagingProfileId.orElse(null)));
        resources.change(
                Kind.NUMBER,
                id,
                n -> n.put("connection_id", connectionId.orElse(null))
                        .put("messaging_profile_id", messagingProfileId.orElse(null)));
    }

    /// With the names of what it points to, which are never stored.
    static ObjectNode shown(ObjectNode number, Resources resources) {
        String connection = number.path("connection_id").asText("");
        String profile = number.path("messaging_profile_id").asText("");
        number.put(
                "connection_name",
                resources
                        .find(Kind.APPLICATION, connection)
                        .or(() -> resources.find(Kind.CONNECTION, connection))
                        .map(ConnectionResource::name)
                        .orElse(null));
        return number.put(
                "messaging_profile_name",
                resources
                        .find(Kind.MESSAGING_PROFILE, profile)
                        .map(p -> p.path("name").asText())
                        .orElse(null));
    }

    private static ObjectNode number(Bought bought) {
        ObjectNode number = JsonNodeFactory.instance.objectNode();
        number.put("id", bought.id()).put("record_type", "phone_number");
        number.put("phone_number", bought.phoneNumber()).put("status", "active");
        number.put("phone_number_type", bought.type()).put("country_iso_alpha2", bought.country());
        number.putNull("connection_id").putNull("messaging_profile_id");
        number.putArray("tags");
        number.putNull("external_pin").putNull("customer_reference");
        number.putNull("billing_group_id").put("hd_voice_enabled", false);
        number.put("emergency_enabled", false).putNull("emergency_address_id").putNull("address_id");
        number.put("emergency_status", "disabled").put("deletion_lock_enabled", false);
        number.put("call_forwarding_enabled", false).put("call_recording_enabled", false);
        number.put("inbound_call_screening", "disabled").put("caller_id_name_enabled", false);
        number.put("purchased_at", bought.now());
        return number.put("created_at", bought.now()).put("updated_at", bought.now());
    }

    private static ObjectNode voice(Bought bought) {
        ObjectNode voice = JsonNodeFactory.instance.objectNode();
        voice.put("id", bought.id()).put("record_type", "voice_settings");
        voice.put("phone_number", bought.phoneNumber());
        voice.putNull("connection_id").putNull("customer_reference");
        voice.put("tech_prefix_enabled", false).put("translated_number", "");
        voice.put("usage_payment_method", "pay-per-minute").put("inbound_call_screening", "disabled");
        voice.put("caller_id_name_enabled", false);
        voice.putObject("call_forwarding")
                .put("call_forwarding_enabled", false)
                .put("forwards_to", "")
                .putNull("forwarding_type");
        voice.putObject("cnam_listing").put("cnam_listing_enabled", false).put("cnam_listing_details", "");
        voice.putObject("call_recording")
                .put("inbound_call_recording_enabled", false)
                .put("inbound_call_recording_format", "wav")
                .put("inbound_call_recording_channels", "single");
        voice.putObject("media_features").put("rtp_auto_adjust_enabled", true).put("t38_fax_gateway_enabled", false);
        return voice;
    }

    private static ObjectNode messaging(Bought bought) {
        ObjectNode messaging = JsonNodeFactory.instance.objectNode();
        messaging.put("id", bought.id()).put("record_type", "messaging_settings");
        messaging.put("phone_number", bought.phoneNumber()).putNull("messaging_profile_id");
        messaging.put("messaging_product", "A2P").put("type", bought.type()).put("country_code", bought.country());
        ObjectNode features = messaging.putObject("features");
        if (!bought.sms()) {
            features.putNull("sms");
            return messaging;
        }
        ObjectNode sms = features.putObject("sms");
        sms.put("domestic_two_way", true).put("international_inbound", true).put("international_outbound", true);
        return messaging;
    }
}
