package dev.pickup.local.config;

import java.util.Arrays;
import java.util.Optional;

/// Everything that can be set: the same names in the environment and in `pickup.yaml`. The constants are the names.
public enum Setting {
    PUBLIC_BASE_URL("how carriers reach us", "http://localhost:8080, or the port in use", false),
    TELNYX_API_BASE("Telnyx's REST API", "the simulated exchange", false),
    TELNYX_API_KEY("the key of the account that numbers are bought on", "the simulated exchange", true),
    TELNYX_PUBLIC_KEY("verifies Telnyx's webhooks", "the simulated exchange", false),
    TWILIO_API_BASE("Twilio's REST API", "the simulated exchange", false),
    PICKUP_ENGINES("recognition, model and voice", "offline", false),
    MODEL_BASE_URL("an OpenAI-compatible endpoint as the model", "none", false),
    MODEL_API_KEY("the key of that endpoint", "none", true),
    MODEL_NAME("the model to ask for there", "none", false),
    AWS_ENDPOINT_URL("an emulator of AWS", "none: DynamoDB and the streams run in this process", false),
    PICKUP_DATA("where state, recordings and models live", "the user's data folder", false);

    private final String meaning;
    private final String standard;
    private final boolean secret;

    Setting(String meaning, String standard, boolean secret) {
        this.meaning = meaning;
        this.standard = standard;
        this.secret = secret;
    }

    /// The setting of this name, spelled exactly so.
    static Optional<Setting> named(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    /// What it means, in a few words.
    public String meaning() {
        return meaning;
    }

    /// What is in force when nobody sets it, in words.
    public String standard() {
        return standard;
    }

    /// Whether its value is never printed in full.
    public boolean isSecret() {
        return secret;
    }

    /// Why `text` cannot be its value and what can, as the end of a sentence; empty when it can.
    Optional<String> complaint(String text) {
        return switch (this) {
            case PUBLIC_BASE_URL, TELNYX_API_BASE, TWILIO_API_BASE, MODEL_BASE_URL, AWS_ENDPOINT_URL ->
                Forms.webAddress(text);
            case TELNYX_API_KEY, MODEL_API_KEY -> Forms.secret(text);
            case TELNYX_PUBLIC_KEY -> Forms.ed25519Key(text);
            case PICKUP_ENGINES -> Forms.engines(text);
            case MODEL_NAME -> Forms.oneLine(text);
            case PICKUP_DATA -> Forms.folder(text);
        };
    }
}
