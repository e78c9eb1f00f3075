package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/// A call control application, as far as calls depend on it. Immutable.
///
/// @param apiVersion          `1` or `2`; this exchange speaks 2 only
/// @param webhookDeadline     empty: the usual one
/// @param firstCommandTimeout a parked call ends after this; empty: never
/// @param channelLimit        calls at once; empty: no limit
/// @param dialsOut            whether it has an outbound voice profile
/// @param tellsCost           whether `call.cost` is sent
public record CallApplication(
        String id,
        boolean active,
        String webhookUrl,
        String failoverUrl,
        String apiVersion,
        Optional<Duration> webhookDeadline,
        Optional<Duration> firstCommandTimeout,
        Optional<Integer> channelLimit,
        boolean dialsOut,
        boolean tellsCost) {
    static CallApplication of(JsonNode resource) {
        int deadline = resource.path("webhook_timeout_secs").asInt(0);
        boolean timeout = resource.path("first_command_timeout").asBoolean();
        JsonNode limit = resource.at("/inbound/channel_limit");
        return new CallApplication(
                resource.path("id").asText(),
                resource.path("active").asBoolean(),
                resource.path("webhook_event_url").asText(""),
                resource.path("webhook_event_failover_url").asText(""),
                resource.path("webhook_api_version").asText(),
                deadline == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(deadline)),
                timeout
                        ? Optional.of(Duration.ofSeconds(
                                resource.path("first_command_timeout_secs").asInt(30)))
                        : Optional.empty(),
                limit.isInt() ? Optional.of(limit.asInt()) : Optional.empty(),
                !resource.at("/outbound/outbound_voice_profile_id").asText("").isEmpty(),
                resource.path("call_cost_in_webhooks").asBoolean());
    }
}
