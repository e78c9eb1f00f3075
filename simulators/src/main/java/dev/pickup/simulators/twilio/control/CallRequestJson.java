package dev.pickup.simulators.twilio.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.caller.ScriptJson;
import dev.pickup.simulators.twilio.call.OutsideCall;
import dev.pickup.simulators.twilio.fault.CallFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the body of `POST /simulator/calls`; wrong ones as [ScriptJson]. `faults` is an object of [CallFault]s:
/// `{"webhookTwice": true, "streamDrops": {"afterMs": 3000}}`.
final class CallRequestJson {
    private CallRequestJson() {}

    static OutsideCall read(JsonNode json) {
        ScriptJson.checkFields(json, Set.of("from", "to", "faults"));
        List<CallFault> faults = new ArrayList<>();
        json.path("faults").properties().forEach(entry -> faults.add(fault(entry.getKey(), entry.getValue())));
        return new OutsideCall(
                ScriptJson.text(json, "from"), ScriptJson.text(json, "to"), ScriptJson.read(json), faults);
    }

    private static CallFault fault(String name, JsonNode value) {
        return switch (name) {
            case "webhookTwice" -> new CallFault.WebhookTwice();
            case "webhookWrongToken" -> new CallFault.WebhookWrongToken();
            case "webhookAltered" -> new CallFault.WebhookAltered();
            case "firstAnswerLost" -> new CallFault.FirstAnswerLost();
            case "streamDrops" ->
                new CallFault.StreamDrops(
                        Duration.ofMillis(value.path("afterMs").asLong()));
            default -> throw new IllegalArgumentException("There is no fault '" + name + "'.");
        };
    }
}
