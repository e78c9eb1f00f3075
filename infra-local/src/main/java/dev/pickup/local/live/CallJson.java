package dev.pickup.local.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.caller.WavFile;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import java.util.Base64;

/// A call as the exchange's control API wants it told.
final class CallJson {
    private CallJson() {}

    static ObjectNode of(OutsideCall call) {
        ObjectNode json = object().put("from", call.from()).put("to", call.to());
        ArrayNode steps = json.putArray("steps");
        call.script().steps().forEach(step -> steps.add(of(step)));
        json.put(
                "afterLastStep",
                switch (call.script().afterLastStep()) {
                    case HANG_UP -> "hang-up";
                    case WAIT_FOR_AGENT -> "wait-for-agent";
                });
        return json.put("turnSilenceMs", call.script().turnSilence().toMillis())
                .put("patienceMs", call.script().patience().toMillis())
                .put("ringPatienceMs", call.script().ringPatience().toMillis());
    }

    private static ObjectNode of(CallerStep step) {
        return switch (step) {
            case CallerStep.Say say -> object().put("say", say.text());
            case CallerStep.Play play ->
                object().put("wavBase64", Base64.getEncoder().encodeToString(WavFile.mono(play.audio())));
            case CallerStep.Wait wait -> object().put("waitMs", wait.length().toMillis());
            case CallerStep.Digits digits -> object().put("digits", digits.digits());
            case CallerStep.HangUp _ -> object().put("hangUp", true);
            case CallerStep.InterruptAfter interruption -> {
                ObjectNode json = object().put(
                                "interruptAfterMs", interruption.agentSpeech().toMillis());
                json.set("then", of(interruption.what()));
                yield json;
            }
        };
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
