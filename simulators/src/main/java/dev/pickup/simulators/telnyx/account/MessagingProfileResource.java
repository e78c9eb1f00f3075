package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.Shape;

/// The shape of a messaging profile.
final class MessagingProfileResource {
    private static final String URL_OR_NOTHING = "(https?://.+)?";

    static final Shape CHANGEABLE = Shape.of(
            Shape.text("name", 255),
            Shape.texts("whitelisted_destinations"),
            Shape.bool("enabled"),
            Shape.matching("webhook_url", URL_OR_NOTHING, ErrorCode.BAD_REQUEST, "must be an HTTP URL"),
            Shape.matching("webhook_failover_url", URL_OR_NOTHING, ErrorCode.BAD_REQUEST, "must be an HTTP URL"),
            Shape.oneOf("webhook_api_version", "1", "2", "2010-04-01"),
            Shape.object("number_pool_settings"),
            Shape.object("url_shortener_settings"),
            Shape.text("alpha_sender", 11),
            Shape.text("daily_spend_limit", 32),
            Shape.bool("daily_spend_limit_enabled"),
            Shape.bool("mms_fall_back_to_sms"),
            Shape.bool("mms_transcoding"));

    static final Shape CREATABLE = CHANGEABLE.requiring("name").requiring("whitelisted_destinations");

    private MessagingProfileResource() {}

    static ObjectNode seeded(SeededAccount.MessagingProfile seed, String now) {
        ObjectNode profile = defaults(seed.id(), now);
        profile.put("name", seed.name()).put("webhook_url", seed.webhookUrl());
        profile.putArray("whitelisted_destinations").add("*");
        return profile;
    }

    static ObjectNode defaults(String id, String now) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.put("id", id).put("record_type", "messaging_profile").put("name", "");
        profile.put("enabled", true).put("webhook_url", "").put("webhook_failover_url", "");
        profile.put("webhook_api_version", "2").putArray("whitelisted_destinations");
        profile.putNull("number_pool_settings")
                .putNull("url_shortener_settings")
                .putNull("alpha_sender");
        profile.putNull("daily_spend_limit").put("daily_spend_limit_enabled", false);
        profile.put("mms_fall_back_to_sms", false).put("mms_transcoding", false);
        return profile.put("created_at", now).put("updated_at", now);
    }
}
