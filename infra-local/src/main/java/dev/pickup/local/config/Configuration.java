package dev.pickup.local.config;

import dev.pickup.local.stack.AwsEndpoints;
import dev.pickup.local.stack.ModelAccess;
import dev.pickup.local.stack.TelnyxAccess;
import dev.pickup.media.EnginesChoice;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All settings in force, each of them well formed. Immutable. Does not print its secrets.
public final class Configuration {
    /// One setting as it is in force.
    ///
    /// @param text   what was set
    /// @param origin where
    record Value(String text, Origin origin) {
        @Override
        public String toString() {
            return "Value[" + origin + "]";
        }
    }

    /// One line of the table of settings. `value` is safe to print.
    public record Line(String name, String value, String origin, String meaning) {}

    private static final int SHOWN_OF_A_SECRET = 4;
    private static final int SHORTEST_SECRET_SHOWN_IN_PART = 12;

    private final Path dataFolder;
    private final Origin dataOrigin;
    private final Map<Setting, Value> values;
    private final Map<String, Value> endpoints;

    /// @param values    what somebody set
    /// @param endpoints `AWS_ENDPOINT_URL_<SERVICE>`, by full name
    Configuration(Path dataFolder, Origin dataOrigin, Map<Setting, Value> values, Map<String, Value> endpoints) {
        this.dataFolder = dataFolder;
        this.dataOrigin = dataOrigin;
        this.values = Map.copyOf(values);
        this.endpoints = Collections.unmodifiableMap(new TreeMap<>(endpoints));
    }

    /// Where state, recordings and models live; absolute. It need not exist yet.
    public Path dataFolder() {
        return dataFolder;
    }

    /// How carriers reach us; empty: at the address that this machine serves on.
    public Optional<URI> publicBaseUrl() {
        return text(Setting.PUBLIC_BASE_URL).map(URI::create);
    }

    /// The account at Telnyx, or at a stand-in for it; empty: the simulated exchange.
    public Optional<TelnyxAccess> telnyx() {
        return text(Setting.TELNYX_API_BASE)
                .map(base -> new TelnyxAccess(
                        URI.create(base),
                        text(Setting.TELNYX_API_KEY).orElseThrow(),
                        text(Setting.TELNYX_PUBLIC_KEY).orElseThrow()));
    }

    /// Where Twilio's REST API is, or a stand-in for it; empty: the simulated exchange.
    public Optional<URI> twilio() {
        return text(Setting.TWILIO_API_BASE).map(URI::create);
    }

    /// Which engines.
    public EnginesChoice engines() {
        return text(Setting.PICKUP_ENGINES).map(EnginesChoice::parse).orElse(EnginesChoice.OFFLINE);
    }

    /// Where the AWS services are that hear and speak; those that nobody names are simulated.
    public AwsEndpoints aws() {
        return new AwsEndpoints(awsEndpoint("TRANSCRIBE_STREAMING"), awsEndpoint("POLLY"));
    }

    /// The OpenAI-compatible endpoint; empty when none is set.
    public Optional<ModelAccess> model() {
        return text(Setting.MODEL_BASE_URL)
                .map(base -> new ModelAccess(
                        URI.create(base),
                        text(Setting.MODEL_API_KEY).orElse(""),
                        text(Setting.MODEL_NAME).orElseThrow()));
    }

    /// Every setting with its value and where it came from, in the order of the table.
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            lines.add(line(setting));
        }
        endpoints.forEach((name, value) ->
                lines.add(new Line(name, value.text(), value.origin().toString(), "an emulator of one AWS service")));
        return List.copyOf(lines);
    }

    private Line line(Setting setting) {
        if (setting == Setting.PICKUP_DATA) {
            return new Line(setting.name(), dataFolder.toString(), dataOrigin.toString(), setting.meaning());
        }
        Value value = values.get(setting);
        if (value == null) {
            return new Line(setting.name(), setting.standard(), new Origin.Default().toString(), setting.meaning());
        }
        String shown = setting.isSecret() ? masked(value.text()) : value.text();
        return new Line(setting.name(), shown, value.origin().toString(), setting.meaning());
    }

    private static String masked(String secret) {
        return secret.length() < SHORTEST_SECRET_SHOWN_IN_PART
                ? "****"
                : "****" + secret.substring(secret.length() - SHOWN_OF_A_SECRET);
    }

    private Optional<URI> awsEndpoint(String service) {
        return Optional.ofNullable(endpoints.get(ConfigurationReader.SERVICE_ENDPOINT + service))
                .map(Value::text)
                .or(() -> text(Setting.AWS_ENDPOINT_URL))
                .map(URI::create);
    }

    private Optional<String> text(Setting setting) {
        return Optional.ofNullable(values.get(setting)).map(Value::text);
    }

    @Override
    public String toString() {
        return "Configuration[" + values.keySet() + " set]";
    }
}
