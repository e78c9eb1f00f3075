package dev.pickup.simulators.caller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.caller.CallerScript.AfterLastStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// Reads a caller's script from the body of a request that places a call: `steps`, `afterLastStep`, `turnSilenceMs`,
/// `patienceMs`, `ringPatienceMs`. Whatever is wrong with it is an `IllegalArgumentException` or a `NotAWavException`
/// with a sentence for the person who wrote it.
public final class ScriptJson {
    private static final Set<String> FIELDS =
            Set.of("steps", "afterLastStep", "turnSilenceMs", "patienceMs", "ringPatienceMs");
    private static final int LONGEST_TEXT = 5000;

    private ScriptJson() {}

    /// Refuses fields that are neither a script's nor in `others`.
    public static void checkFields(JsonNode json, Set<String> others) {
        json.fieldNames()
                .forEachRemaining(name ->
                        require(FIELDS.contains(name) || others.contains(name), "There is no field '" + name + "'."));
    }

    public static CallerScript read(JsonNode json) {
        List<CallerStep> steps = new ArrayList<>();
        require(json.path("steps").isArray() || !json.has("steps"), "'steps' is a list.");
        json.path("steps").forEach(step -> steps.add(step(step)));
        CallerScript script = CallerScript.of(steps);
        script = script.withAfterLastStep(
                afterLastStep(json.path("afterLastStep").asText("hang-up")));
        if (json.has("turnSilenceMs")) {
            script = script.withTurnSilence(millis(json, "turnSilenceMs"));
        }
        if (json.has("patienceMs")) {
            script = script.withPatience(millis(json, "patienceMs"));
        }
        return json.has("ringPatienceMs") ? script.withRingPatience(millis(json, "ringPatienceMs")) : script;
    }

    private static AfterLastStep afterLastStep(String value) {
        return switch (value) {
            case "hang-up" -> AfterLastStep.HANG_UP;
            case "wait-for-agent" -> AfterLastStep.WAIT_FOR_AGENT;
            default -> throw new IllegalArgumentException("'afterLastStep' is hang-up or wait-for-agent.");
        };
    }

    private static CallerStep step(JsonNode step) {
        boolean interrupts = step.has("interruptAfterMs");
        require(
                step.isObject() && step.size() == (interrupts ? 2 : 1),
                "A step is an object with one of say, wavBase64, waitMs, digits, hangUp, or interruptAfterMs with then.");
        String kind = interrupts ? "interruptAfterMs" : step.fieldNames().next();
        return switch (kind) {
            case "say" -> new CallerStep.Say(limited(text(step, "say")));
            case "wavBase64" -> new CallerStep.Play(WavFile.read(bytes(step)));
            case "waitMs" -> new CallerStep.Wait(millis(step, "waitMs"));
            case "digits" -> new CallerStep.Digits(text(step, "digits"));
            case "hangUp" -> hangUp(step);
            case "interruptAfterMs" ->
                new CallerStep.InterruptAfter(millis(step, "interruptAfterMs"), step(step.path("then")));
            default -> throw new IllegalArgumentException("There is no step '" + kind + "'.");
        };
    }

    private static CallerStep hangUp(JsonNode step) {
        require(step.path("hangUp").asBoolean(), "'hangUp' is true.");
        return new CallerStep.HangUp();
    }

    private static byte[] bytes(JsonNode step) {
        try {
            return Base64.getDecoder().decode(text(step, "wavBase64"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'wavBase64' is not base64.", e);
        }
    }

    private static String limited(String text) {
        require(text.length() <= LONGEST_TEXT, "A line has at most " + LONGEST_TEXT + " characters.");
        return text;
    }

    /// A field that must be there.
    public static String text(JsonNode json, String name) {
        require(json.path(name).isTextual(), "'" + name + "' is a string.");
        return json.path(name).textValue();
    }

    private static Duration millis(JsonNode json, String name) {
        require(
                json.path(name).canConvertToInt() && json.path(name).isIntegralNumber(),
                "'" + name + "' is a whole number of milliseconds.");
        return Duration.ofMillis(json.path(name).intValue());
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
