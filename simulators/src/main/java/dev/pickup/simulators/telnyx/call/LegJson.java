package dev.pickup.simulators.telnyx.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.webhook.WebhookEvent;
import java.time.Duration;

/// A leg as `GET /calls/{id}` shows it.
final class LegJson {
    private LegJson() {}

    static ObjectNode write(CallLeg leg, long nowNanos) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("record_type", "call").put("call_control_id", leg.ids().callControlId());
        json.put("call_leg_id", leg.ids().callLegId());
        json.put("call_session_id", leg.ids().callSessionId());
        json.put("client_state", leg.clientState().orElse(null)).put("is_alive", !leg.ended());
        json.put("call_duration", talked(leg.state(), nowNanos).toSeconds());
        json.put("start_time", WebhookEvent.text(leg.events().startTime()));
        if (leg.state() instanceof LegState.Ended ended) {
            json.put("end_time", WebhookEvent.text(ended.time()));
        }
        return json;
    }

    private static Duration talked(LegState state, long nowNanos) {
        return switch (state) {
            case LegState.Ringing _ -> Duration.ZERO;
            case LegState.Answered(long at) -> Duration.ofNanos(nowNanos - at);
            case LegState.Ended(var _, long answered, long at, var _) -> Duration.ofNanos(at - answered);
        };
    }
}
