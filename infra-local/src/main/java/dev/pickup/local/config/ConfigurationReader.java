package dev.pickup.local.config;

import dev.pickup.local.config.Configuration.Value;
import dev.pickup.media.EnginesChoice;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads the settings: the environment first, then `pickup.yaml` in the data folder. Nothing wrong is passed over: all
/// that is unknown or malformed is collected and refused in one message.
///
/// A variable that is empty counts as not set. A variable that is not of ours but begins like one is refused: it is a
/// misspelling, or means something that this version cannot do.
public final class ConfigurationReader {
    /// The settings file's name in the data folder.
    public static final String FILE = "pickup.yaml";

    static final String SERVICE_ENDPOINT = "AWS_ENDPOINT_URL_";
    private static final Pattern OURS =
            Pattern.compile("(PICKUP|TELNYX|TWILIO|MODEL)_.*|PUBLIC_BASE_URL|AWS_ENDPOINT_URL");
    private static final Pattern SERVICE = Pattern.compile(SERVICE_ENDPOINT + "[A-Z0-9_]+");

    private final Path dataFolder;
    private final Origin dataOrigin;
    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
    private final Map<String, Value> endpoints = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private ConfigurationReader(Path dataFolder, Origin dataOrigin) {
        this.dataFolder = dataFolder;
        this.dataOrigin = dataOrigin;
    }

    /// @param environment all variables of the process
    /// @param data        the folder that the command line names, when it does
    /// @param home        the user's home folder
    /// @throws WrongSettingsException with every problem
    public static Configuration read(Map<String, String> environment, Optional<Path> data, Path home) {
        return read(environment, data, Optional.empty(), home);
    }

    /// @param engines the engines that the command line names, when it does: they win over all settings
    /// @throws WrongSettingsException with every problem
    public static Configuration read(
            Map<String, String> environment, Optional<Path> data, Optional<String> engines, Path home) {
        ConfigurationReader reader = reader(environment, data, home);
        engines.ifPresent(text -> reader.accept(Setting.PICKUP_ENGINES.name(), text, new Origin.Option("--engines")));
        reader.readEnvironment(environment);
        reader.readFile();
        reader.compare();
        if (!reader.problems.isEmpty()) {
            throw new WrongSettingsException(reader.problems);
        }
        return new Configuration(reader.dataFolder, reader.dataOrigin, reader.values, reader.endpoints);
    }

    private static ConfigurationReader reader(Map<String, String> environment, Optional<Path> data, Path home) {
        String variable = environment.getOrDefault(Setting.PICKUP_DATA.name(), "");
        if (data.isPresent()) {
            return new ConfigurationReader(absolute(data.get()), new Origin.Option("--data"));
        }
        if (!variable.isEmpty() && Forms.folder(variable).isEmpty()) {
            return new ConfigurationReader(absolute(Path.of(variable)), new Origin.Environment());
        }
        String shared = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG Base Directory Specification: a relative path here is invalid and to be ignored.
        Path parent = shared.startsWith("/") ? Path.of(shared) : home.resolve(".local/share");
        return new ConfigurationReader(parent.resolve("pickup"), new Origin.Default());
    }

    private static Path absolute(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private void readEnvironment(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((name, text) -> {
            if (!text.isEmpty()
                    && (OURS.matcher(name).matches() || SERVICE.matcher(name).matches())) {
                accept(name, text, new Origin.Environment());
            }
        });
    }

    private void readFile() {
        for (SettingsFile.Entry entry : SettingsFile.read(dataFolder.resolve(FILE), problems)) {
            if (entry.name().equals(Setting.PICKUP_DATA.name())) {
                problems.add("PICKUP_DATA cannot be set in " + entry.origin()
                        + ", for that file is found by it: set it in the environment, or use --data.");
            } else {
                accept(entry.name(), entry.text(), entry.origin());
            }
        }
    }

    /// The first that sets something wins.
    private void accept(String name, String text, Origin origin) {
        Optional<Setting> setting = Setting.named(name);
        if (setting.isPresent()) {
            setting.get()
                    .complaint(text)
                    .ifPresentOrElse(
                            wanted -> problems.add(name + " (" + origin + ") " + wanted + "."),
                            () -> values.putIfAbsent(setting.get(), new Value(text, origin)));
        } else if (SERVICE.matcher(name).matches()) {
            Forms.webAddress(text)
                    .ifPresentOrElse(
                            wanted -> problems.add(name + " (" + origin + ") " + wanted + "."),
                            () -> endpoints.putIfAbsent(name, new Value(text, origin)));
        } else {
            problems.add(name + " (" + origin + ") is not a setting of Pickup: " + Spelling.advice(name) + ".");
        }
    }

    /// Settings that make sense only together.
    private void compare() {
        need(Setting.TELNYX_API_BASE, Setting.TELNYX_API_KEY, Setting.TELNYX_PUBLIC_KEY);
        need(Setting.TELNYX_API_KEY, Setting.TELNYX_API_BASE);
        need(Setting.TELNYX_PUBLIC_KEY, Setting.TELNYX_API_BASE);
        need(Setting.MODEL_BASE_URL, Setting.MODEL_NAME);
        need(Setting.MODEL_NAME, Setting.MODEL_BASE_URL);
        need(Setting.MODEL_API_KEY, Setting.MODEL_BASE_URL);
        needEndpoint();
        if (isRemote(Setting.TELNYX_API_BASE) && !isRemote(Setting.PUBLIC_BASE_URL)) {
            problems.add("TELNYX_API_BASE is on the internet, so PUBLIC_BASE_URL must be too: the address under which"
                    + " the carrier reaches this machine, such as that of a tunnel.");
        }
    }

    private void need(Setting given, Setting... wanted) {
        for (Setting other : wanted) {
            if (values.containsKey(given) && !values.containsKey(other) && !isComplainedOf(other)) {
                problems.add(given + " needs " + other + " beside it: set both, or neither.");
            }
        }
    }

    private void needEndpoint() {
        Value engines = values.get(Setting.PICKUP_ENGINES);
        if (engines != null
                && EnginesChoice.parse(engines.text()).model().contains(EnginesChoice.Model.OPENAI)
                && !values.containsKey(Setting.MODEL_BASE_URL)) {
            problems.add(Setting.PICKUP_ENGINES + " (" + engines.origin() + ") has openai as a model, which needs "
                    + Setting.MODEL_BASE_URL + ": set it too.");
        }
    }

    private boolean isComplainedOf(Setting setting) {
        return problems.stream().anyMatch(problem -> problem.startsWith(setting + " ("));
    }

    private boolean isRemote(Setting address) {
        Value value = values.get(address);
        if (value == null) {
            return false;
        }
        String host = URI.create(value.text()).getHost();
        return !(host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    }
}
