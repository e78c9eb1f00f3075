package dev.pickup.simulators.telnyx.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.caller.ScriptJson;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.util.Set;

/// Reads the body of `POST /simulator/calls`; wrong ones as [ScriptJson].
final class CallRequestJson {
    private CallRequestJson() {}

    static OutsideCall read(JsonNode json) {
        ScriptJson.checkFields(json, Set.of("from", "to", "faults"));
        return new OutsideCall(
                ScriptJson.text(json, "from"),
                ScriptJson.text(json, "to"),
                ScriptJson.read(json),
                json.has("faults") ? FaultScript.fromJson(json.path("faults")) : FaultScript.none());
    }
}
