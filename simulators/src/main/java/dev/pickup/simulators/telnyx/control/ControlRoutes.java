package dev.pickup.simulators.telnyx.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.caller.NotAWavException;
import dev.pickup.simulators.caller.ReportJson;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import dev.pickup.simulators.telnyx.call.Switchboard;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `/simulator/calls`: place a call, watch it, fetch its recording, hang up. A refusal is `{"error": "one sentence"}`.
///
/// The body of `POST` (all but `from` and `to` may be left out; times in milliseconds):
///
/// ```json
/// {"from": "+13125550100", "to": "+18779732766",
///  "steps": [{"say": "What are your opening hours?"}, {"wavBase64": "UklGR…"}, {"waitMs": 500}, {"digits": "12#"},
///            {"interruptAfterMs": 1500, "then": {"say": "Stop."}}, {"hangUp": true}],
///  "afterLastStep": "hang-up", "turnSilenceMs": 700, "patienceMs": 15000, "ringPatienceMs": 60000,
///  "faults": {"webhookTwice": {"event": "*"}, "streamDrops": {"afterMs": 3000}, "marksNeverReturn": true}}
/// ```
public final class ControlRoutes {
    private final Switchboard switchboard;

    public ControlRoutes(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    public Routes routes() {
        return new Routes()
                .add("POST", "/calls", this::place)
                .add("GET", "/calls/{id}", r -> with(r, call -> HttpReply.json(200, ReportJson.write(call.report()))))
                .add("GET", "/calls/{id}/recording.wav", r -> with(r, ControlRoutes::recording))
                .add("DELETE", "/calls/{id}", r -> with(r, ControlRoutes::hangUp));
    }

    private HttpReply place(RestRequest request) {
        try {
            OutsideCall call = CallRequestJson.read(request.json());
            return HttpReply.json(
                    202, object().put("id", switchboard.place(call).id()));
        } catch (IllegalArgumentException | IllegalStateException | NotAWavException | ApiProblem e) {
            return refusal(400, e.getMessage());
        }
    }

    private HttpReply with(RestRequest request, Function<SimulatedCall, HttpReply> answer) {
        return switchboard
                .find(request.segment("id"))
                .map(answer)
                .orElseGet(() -> refusal(404, "There is no such call, or it ended long ago."));
    }

    private static HttpReply recording(SimulatedCall call) {
        return HttpReply.bytes(200, "audio/wav", call.recording().toWav());
    }

    private static HttpReply hangUp(SimulatedCall call) {
        call.hangUp();
        return HttpReply.json(202, object().put("id", call.id()));
    }

    static HttpReply refusal(int status, @Nullable String sentence) {
        return HttpReply.json(status, object().put("error", sentence));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
