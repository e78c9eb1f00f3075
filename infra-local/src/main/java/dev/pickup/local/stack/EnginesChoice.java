package dev.pickup.local.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which engine serves each port, as `PICKUP_ENGINES` says it: `offline`, `scripted`, or one per port:
/// `stt=offline,model=openai,tts=offline`; a port that is not named is offline.
///
/// @param model empty when the setting does not name one: the configured endpoint if there is one, or else the offline
///              receptionist
public record EnginesChoice(Speech speechToText, Optional<Model> model, Speech textToSpeech) {
    /// Recognized and synthesized in this JVM.
    public static final EnginesChoice OFFLINE = new EnginesChoice(Speech.OFFLINE, Optional.empty(), Speech.OFFLINE);

    /// Text travels beside silence: no recognition, no synthesis.
    public static final EnginesChoice SCRIPTED = new EnginesChoice(Speech.SCRIPTED, Optional.empty(), Speech.SCRIPTED);

    private static final Set<String> PORTS = Set.of("stt", "model", "tts");

    /// Serves speech.
    public enum Speech {
        OFFLINE,
        SCRIPTED
    }

    /// Serves the replies.
    public enum Model {
        /// The deterministic, rule-based receptionist.
        OFFLINE,
        /// The endpoint of [ModelAccess].
        OPENAI
    }

    /// Reads the setting.
    ///
    /// @throws IllegalArgumentException not understood, or not part of this build; one sentence that says what is
    public static EnginesChoice parse(String text) {
        return switch (text.strip()) {
            case "offline" -> OFFLINE;
            case "scripted" -> SCRIPTED;
            case "aws" -> throw notInThisBuild();
            default -> perPort(text);
        };
    }

    private static EnginesChoice perPort(String text) {
        Map<String, String> ports = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            String[] halves = pair.strip().split("=", 2);
            if (halves.length != 2 || !PORTS.contains(halves[0]) || ports.put(halves[0], halves[1]) != null) {
                throw new IllegalArgumentException("Engines are offline, scripted, or one per port such as"
                        + " stt=offline,model=openai,tts=offline; not understood: " + pair);
            }
        }
        return new EnginesChoice(
                speech(ports.getOrDefault("stt", "offline")),
                Optional.ofNullable(ports.get("model")).map(EnginesChoice::model),
                speech(ports.getOrDefault("tts", "offline")));
    }

    private static Speech speech(String name) {
        return switch (name) {
            case "offline" -> Speech.OFFLINE;
            case "scripted" -> Speech.SCRIPTED;
            case "aws" -> throw notInThisBuild();
            default ->
                throw new IllegalArgumentException("Engines for speech are offline and scripted; unknown: " + name);
        };
    }

    private static Model model(String name) {
        return switch (name) {
            case "offline" -> Model.OFFLINE;
            case "openai" -> Model.OPENAI;
            case "aws" -> throw notInThisBuild();
            default ->
                throw new IllegalArgumentException("Engines for the model are offline and openai; unknown: " + name);
        };
    }

    private static IllegalArgumentException notInThisBuild() {
        return new IllegalArgumentException("The AWS engines are not part of this build yet; use offline or scripted.");
    }
}
