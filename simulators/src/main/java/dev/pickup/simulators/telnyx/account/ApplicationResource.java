package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.Shape;

/// The shape of a call control application: what can be written, and what is there when nothing was.
final class ApplicationResource {
    private static final String URL_OR_NOTHING = "(https?://.+)?";

    private static final Shape INBOUND = Shape.of(
            Shape.integer("channel_limit", 1, 100_000),
            Shape.bool("shaken_stir_enabled"),
            Shape.text("sip_subdomain", 255),
            Shape.oneOf("sip_subdomain_receive_settings", "only_my_connections", "from_anyone"));

    private static final Shape OUTBOUND =
            Shape.of(Shape.integer("channel_limit", 1, 100_000), Shape.text("outbound_voice_profile_id", 64));

    static final Shape WRITABLE = Shape.of(
            Shape.text("application_name", 255).required(),
            Shape.matching("webhook_event_url", "https?://.+", ErrorCode.BAD_REQUEST, "must be an HTTP URL")
                    .required(),
            Shape.matching("webhook_event_failover_url", URL_OR_NOTHING, ErrorCode.BAD_REQUEST, "must be an HTTP URL"),
            Shape.oneOf("webhook_api_version", "1", "2"),
            Shape.integer("webhook_timeout_secs", 0, 30),
            Shape.bool("active"),
            Shape.text("anchorsite_override"),
            Shape.oneOf("dtmf_type", "RFC 2833", "Inband", "SIP INFO"),
            Shape.bool("first_command_timeout"),
            Shape.integer("first_command_timeout_secs", 1, 600),
            Shape.bool("call_cost_in_webhooks"),
            Shape.bool("redact_dtmf_debug_logging"),
            Shape.texts("tags"),
            Shape.object("inbound", INBOUND),
            Shape.object("outbound", OUTBOUND));

    private ApplicationResource() {}

    static ObjectNode seeded(SeededAccount.Application seed, String now) {
        ObjectNode application = defaults(seed.id(), now);
        application.put("application_name", seed.name());
        application.put("webhook_event_url", seed.webhookEventUrl());
        application.put("webhook_event_failover_url", seed.webhookEventFailoverUrl());
        application.put("webhook_api_version", "2");
        seed.firstCommandTimeoutSecs()
                .ifPresent(seconds ->
                        application.put("first_command_timeout", true).put("first_command_timeout_secs", seconds));
        seed.outboundVoiceProfileId()
                .ifPresent(id -> application.withObject("/outbound").put("outbound_voice_profile_id", id));
        return application;
    }

    static ObjectNode defaults(String id, String now) {
        ObjectNode application = JsonNodeFactory.instance.objectNode();
        application.put("id", id).put("record_type", "call_control_application");
        application.put("application_name", "").put("active", true);
        application.put("webhook_event_url", "").put("webhook_event_failover_url", "");
        application.put("webhook_api_version", "1").putNull("webhook_timeout_secs");
        application.put("anchorsite_override", "Latency").put("dtmf_type", "RFC 2833");
        application.put("first_command_timeout", false).put("first_command_timeout_secs", 30);
        application.put("call_cost_in_webhooks", false).put("redact_dtmf_debug_logging", false);
        application.putArray("tags");
        application.putObject("inbound").putNull("channel_limit").put("shaken_stir_enabled", false);
        application.putObject("outbound").putNull("channel_limit").putNull("outbound_voice_profile_id");
        return application.put("created_at", now).put("updated_at", now);
    }
}
