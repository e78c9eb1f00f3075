package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.account.SeededAccount.OwnedNumber;
import dev.pickup.simulators.telnyx.rest.Shape;

/// The three resources that describe an owned number: itself, its voice settings, its messaging settings.
final class NumberResource {
    static final Shape WRITABLE = Shape.of(
            Shape.text("connection_id", 64),
            Shape.array("tags"),
            Shape.text("external_pin", 64),
            Shape.bool("hd_voice_enabled"),
            Shape.text("customer_reference", 255),
            Shape.text("billing_group_id", 64),
            Shape.text("address_id", 64));

    static final Shape WRITABLE_VOICE = Shape.of(
            Shape.object("call_forwarding"),
            Shape.object("call_recording"),
            Shape.object("cnam_listing"),
            Shape.object("media_features"),
            Shape.text("translated_number", 32),
            Shape.bool("tech_prefix_enabled"),
            Shape.bool("caller_id_name_enabled"),
            Shape.oneOf("usage_payment_method", "pay-per-minute", "channel"),
            Shape.oneOf("inbound_call_screening", "disabled", "reject_calls", "flag_calls"));

    static final Shape WRITABLE_MESSAGING =
            Shape.of(Shape.text("messaging_profile_id", 64), Shape.text("messaging_product", 64));

    private NumberResource() {}

    static ObjectNode number(OwnedNumber seed) {
        ObjectNode number = JsonNodeFactory.instance.objectNode();
        number.put("id", seed.id()).put("record_type", "phone_number");
        number.put("phone_number", seed.phoneNumber()).put("status", "active");
        number.put("phone_number_type", "local")
                .put("country_iso_alpha2", seed.phoneNumber().startsWith("+1") ? "US" : "");
        number.put("connection_id", seed.connectionId().orElse(null)).put("connection_name", (String) null);
        number.put("messaging_profile_id", seed.messagingProfileId().orElse(null));
        number.put("messaging_profile_name", (String) null);
        number.putArray("tags");
        number.put("external_pin", (String) null).put("customer_reference", (String) null);
        number.put("billing_group_id", (String) null).put("hd_voice_enabled", false);
        number.put("emergency_enabled", false).put("emergency_address_id", (String) null);
        number.put("emergency_status", "disabled").put("deletion_lock_enabled", false);
        number.put("call_forwarding_enabled", false).put("call_recording_enabled", false);
        number.put("inbound_call_screening", "disabled").put("caller_id_name_enabled", false);
        number.put("purchased_at", "2026-01-15T10:00:00Z");
        return number.put("created_at", "2026-01-15T10:00:00.000Z").put("updated_at", "2026-01-15T10:00:00.000Z");
    }

    static ObjectNode voice(OwnedNumber seed) {
        ObjectNode voice = JsonNodeFactory.instance.objectNode();
        voice.put("id", seed.id()).put("record_type", "voice_settings");
        voice.put("phone_number", seed.phoneNumber());
        voice.put("connection_id", seed.connectionId().orElse(null));
        voice.put("customer_reference", (String) null);
        voice.put("tech_prefix_enabled", false).put("translated_number", "");
        voice.put("usage_payment_method", "pay-per-minute").put("inbound_call_screening", "disabled");
        voice.put("caller_id_name_enabled", false);
        voice.putObject("call_forwarding")
                .put("call_forwarding_enabled", false)
                .put("forwards_to", "")
                .put("forwarding_type", (String) null);
        voice.putObject("cnam_listing").put("cnam_listing_enabled", false).put("cnam_listing_details", "");
        voice.putObject("call_recording")
                .put("inbound_call_recording_enabled", false)
                .put("inbound_call_recording_format", "wav")
                .put("inbound_call_recording_channels", "single");
        voice.putObject("media_features").put("rtp_auto_adjust_enabled", true).put("t38_fax_gateway_enabled", false);
        return voice;
    }

    static ObjectNode messaging(OwnedNumber seed) {
        ObjectNode messaging = JsonNodeFactory.instance.objectNode();
        messaging.put("id", seed.id()).put("record_type", "messaging_settings");
        messaging.put("phone_number", seed.phoneNumber());
        messaging.put("messaging_profile_id", seed.messagingProfileId().orElse(null));
        messaging.put("messaging_product", "A2P").put("type", "local").put("country_code", "US");
        ObjectNode sms = messaging.putObject("features").putObject("sms");
        sms.put("domestic_two_way", true).put("international_inbound", true).put("international_outbound", true);
        return messaging;
    }
}
