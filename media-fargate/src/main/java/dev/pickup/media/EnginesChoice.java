package dev.pickup.media;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Which engines serve each port, as `PICKUP_ENGINES` says it: `offline`, `aws`, `scripted`, or one per port:
/// `stt=aws+offline,model=aws+openai,tts=offline`. Engines joined by `+` are an order: the first one that works serves.
/// A port that is not named is offline.
///
/// @param model empty when the setting does not name one: the configured endpoint if there is one, or else the offline
///              receptionist
public record EnginesChoice(List<Speech> speechToText, List<Model> model, List<Speech> textToSpeech) {
    /// Recognized and synthesized in this JVM.
    public static final EnginesChoice OFFLINE =
            new EnginesChoice(List.of(Speech.OFFLINE), List.of(), List.of(Speech.OFFLINE));

    /// Text travels beside silence: no recognition, no synthesis.
    public static final EnginesChoice SCRIPTED =
            new EnginesChoice(List.of(Speech.SCRIPTED), List.of(), List.of(Speech.SCRIPTED));

    /// Amazon Transcribe, Amazon Bedrock, Amazon Polly.
    public static final EnginesChoice AWS =
            new EnginesChoice(List.of(Speech.AWS), List.of(Model.AWS), List.of(Speech.AWS));

    private static final Set<String> PORTS = Set.of("stt", "model", "tts");

    /// Serves speech.
    public enum Speech {
        OFFLINE,
        SCRIPTED,
        /// Amazon Transcribe, Amazon Polly.
        AWS
    }

    /// Serves the replies.
    public enum Model {
        /// The deterministic, rule-based receptionist.
        OFFLINE,
        /// An OpenAI-compatible endpoint: `MODEL_BASE_URL`.
        OPENAI,
        /// Amazon Bedrock.
        AWS
    }

    public EnginesChoice {
        speechToText = List.copyOf(speechToText);
        model = List.copyOf(model);
        textToSpeech = List.copyOf(textToSpeech);
        if (speechToText.isEmpty() || textToSpeech.isEmpty()) {
            throw new IllegalArgumentException("Somebody must hear and speak.");
        }
    }

    /// Reads the setting.
    ///
    /// @throws IllegalArgumentException not understood; one sentence that says what is
    public static EnginesChoice parse(String text) {
        return switch (text.strip()) {
            case "offline" -> OFFLINE;
            case "scripted" -> SCRIPTED;
            case "aws" -> AWS;
            default -> perPort(text);
        };
    }

    private static EnginesChoice perPort(String text) {
        Map<String, String> ports = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            String[] halves = pair.strip().split("=", 2);
            if (halves.length != 2 || !PORTS.contains(halves[0]) || ports.put(halves[0], halves[1]) != null) {
                throw new IllegalArgumentException("Engines are offline, aws, scripted, or one per port such as"
                        + " stt=offline,model=aws+openai,tts=offline; not understood: " + pair);
            }
        }
        return new EnginesChoice(
                order(ports.getOrDefault("stt", "offline"), EnginesChoice::speech),
                ports.containsKey("model") ? order(ports.getOrDefault("model", ""), EnginesChoice::model) : List.of(),
                order(ports.getOrDefault("tts", "offline"), EnginesChoice::speech));
    }

    private static <T> List<T> order(String names, Function<String, T> engine) {
        List<T> order = Arrays.stream(names.split("\\+", -1)).map(engine).toList();
        if (Set.copyOf(order).size() != order.size()) {
            throw new IllegalArgumentException("An engine is named once in an order; not understood: " + names);
        }
        return order;
    }

    private static Speech speech(String name) {
        return switch (name) {
            case "offline" -> Speech.OFFLINE;
            case "scripted" -> Speech.SCRIPTED;
            case "aws" -> Speech.AWS;
            default ->
                throw new IllegalArgumentException(
                        "Engines for speech are offline, aws and scripted; unknown: " + name);
        };
    }

    private static Model model(String name) {
        return switch (name) {
            case "offline" -> Model.OFFLINE;
            case "openai" -> Model.OPENAI;
            case "aws" -> Model.AWS;
            default ->
                throw new IllegalArgumentException(
                        "Engines for the model are offline, aws and openai; unknown: " + name);
        };
    }
}
