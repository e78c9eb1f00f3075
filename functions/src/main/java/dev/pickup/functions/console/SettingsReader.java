package dev.pickup.functions.console;

import static dev.pickup.core.agent.SettingProblem.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.AgentSettings.Limits;
import dev.pickup.core.agent.AgentSettings.Opening;
import dev.pickup.core.agent.EngineWishes;
import dev.pickup.core.agent.SettingProblem;
import dev.pickup.core.agent.SettingRules;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.runtime.api.ProblemException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// JSON → an agent's settings, with all that is wrong at once: what cannot be read is reported and stood in for, then
/// the rules see the rest. Used by one thread, once.
final class SettingsReader {
    private static final Set<String> NAMES = Set.of(
            "name",
            "business",
            "systemPrompt",
            "greeting",
            "disclosure",
            "language",
            "voice",
            "model",
            "temperature",
            "tools",
            "facts",
            "hours",
            "timeZone",
            "recording",
            "vocabulary",
            "pronunciations",
            "limits",
            "fallbackNumber",
            "enabled",
            "otherLanguages",
            "redactPii",
            "hedgePercent",
            "zeroToPerson");

    private static final Set<String> LIMITS =
            Set.of("silencePromptSeconds", "silenceGoodbyeSeconds", "maxDurationSeconds");

    private final List<SettingProblem> problems = new ArrayList<>();

    /// @throws ProblemException `agent-invalid` with everything that is wrong
    static AgentSettings read(ObjectNode json) {
        SettingsReader reader = new SettingsReader();
        AgentSettings settings = reader.settings(json);
        List<SettingProblem> all = new ArrayList<>(reader.problems);
        SettingRules.problems(settings).stream()
                .filter(found -> reader.problems.stream().noneMatch(p -> covers(p.pointer(), found.pointer())))
                .forEach(all::add);
        if (!all.isEmpty()) {
            throw new ProblemException(422, "agent-invalid", "The settings cannot be saved, see errors.", all);
        }
        return settings;
    }

    private AgentSettings settings(ObjectNode json) {
        json.fieldNames().forEachRemaining(name -> {
            if (!NAMES.contains(name)) {
                add("unknown", step(name), "There is no such setting.");
            }
        });
        return new AgentSettings(
                text(json, "name"),
                text(json, "business"),
                text(json, "systemPrompt"),
                text(json, "greeting"),
                text(json, "disclosure"),
                text(json, "language"),
                text(json, "voice"),
                text(json, "model"),
                temperature(json),
                map("/tools", json.path("tools"), (at, value) -> map(at, value, this::text)),
                map("/facts", json.path("facts"), this::text),
                hours(json.path("hours")),
                timeZone(json),
                flag(json, "recording"),
                texts("/vocabulary", json.path("vocabulary")),
                map("/pronunciations", json.path("pronunciations"), this::text),
                limits(json.path("limits")),
                fallback(json.path("fallbackNumber")),
                flag(json, "enabled"),
                new EngineWishes(
                        texts("/otherLanguages", json.path("otherLanguages")),
                        flag(json, "redactPii"),
                        hedgePercent(json.path("hedgePercent"))),
                flag(json, "zeroToPerson"));
    }

    private String text(ObjectNode json, String name) {
        return text(step(name), json.path(name));
    }

    private String text(String at, JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        wrong(at, value, "Use text.");
        return "";
    }

    private double temperature(ObjectNode json) {
        JsonNode value = json.path("temperature");
        if (!value.isNumber()) {
            wrong("/temperature", value, "Use a number from 0 to 1.");
        }
        return value.asDouble();
    }

    private boolean flag(ObjectNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isBoolean()) {
            wrong(step(name), value, "Use true or false.");
        }
        return value.asBoolean();
    }

    private <T> Map<String, T> map(String at, JsonNode value, BiFunction<String, JsonNode, T> element) {
        Map<String, T> map = new LinkedHashMap<>();
        if (!value.isObject()) {
            wrong(at, value, "Use an object.");
        }
        value.properties().forEach(e -> map.put(e.getKey(), element.apply(at + step(e.getKey()), e.getValue())));
        return map;
    }

    private List<String> texts(String at, JsonNode value) {
        if (!value.isArray()) {
            wrong(at, value, "Use a list of words.");
        }
        List<String> words = new ArrayList<>();
        value.elements().forEachRemaining(word -> words.add(text(at + "/" + words.size(), word)));
        return words;
    }

    private Optional<Integer> hedgePercent(JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return Optional.of(value.intValue());
        }
        wrong("/hedgePercent", value, "Use a whole number from 0 to 100, or null.");
        return Optional.empty();
    }

    private Map<DayOfWeek, List<Opening>> hours(JsonNode value) {
        Map<DayOfWeek, List<Opening>> hours = new EnumMap<>(DayOfWeek.class);
        map("/hours", value, this::openings).forEach((name, openings) -> {
            try {
                hours.put(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)), openings);
            } catch (IllegalArgumentException _) {
                add("unknown", "/hours" + step(name), "Name a day of the week: monday, tuesday, …");
            }
        });
        return hours;
    }

    private List<Opening> openings(String at, JsonNode value) {
        List<Opening> openings = new ArrayList<>();
        if (!value.isArray()) {
            wrong(at, value, "Use a list of openings, each with from and to.");
        }
        for (int i = 0; i < value.size(); i++) {
            opening(at + "/" + i, value.path(i)).ifPresent(openings::add);
        }
        return openings;
    }

    private Optional<Opening> opening(String at, JsonNode value) {
        Optional<LocalTime> from = clockTime(at + "/from", value.path("from"));
        Optional<LocalTime> to = clockTime(at + "/to", value.path("to"));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!from.get().isBefore(to.get())) {
            add("out-of-range", at, "Opening hours end after they begin, on the same day.");
            return Optional.empty();
        }
        return Optional.of(new Opening(from.get(), to.get()));
    }

    private Optional<LocalTime> clockTime(String at, JsonNode value) {
        if (value.asText().matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            return Optional.of(LocalTime.parse(value.asText()));
        }
        add("malformed", at, "Use a time of day like 09:00.");
        return Optional.empty();
    }

    private ZoneId timeZone(ObjectNode json) {
        String name = text(json, "timeZone");
        try {
            if (ZoneId.getAvailableZoneIds().contains(name)) {
                return ZoneId.of(name);
            }
        } catch (DateTimeException _) {
            // reported below like an unknown one
        }
        if (json.path("timeZone").isTextual()) {
            add("malformed", "/timeZone", "Use a time zone like America/New_York.");
        }
        return ZoneOffset.UTC;
    }

    private Limits limits(JsonNode value) {
        map("/limits", value, (at, _) -> at).forEach((name, at) -> {
            if (!LIMITS.contains(name)) {
                add("unknown", at, "There is no such limit.");
            }
        });
        return new Limits(
                seconds(value, "silencePromptSeconds"),
                seconds(value, "silenceGoodbyeSeconds"),
                seconds(value, "maxDurationSeconds"));
    }

    private Duration seconds(JsonNode limits, String name) {
        JsonNode value = limits.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            wrong("/limits" + step(name), value, "Use a whole number of seconds.");
            return Duration.ZERO;
        }
        return Duration.ofSeconds(value.intValue());
    }

    private Optional<PhoneNumber> fallback(JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (value.isTextual() && PhoneNumber.isE164(value.textValue())) {
            return Optional.of(new PhoneNumber(value.textValue()));
        }
        wrong("/fallbackNumber", value, "Use a phone number like +14155550100, or null.");
        return Optional.empty();
    }

    private void wrong(String at, JsonNode value, String detail) {
        if (value.isMissingNode()) {
            add("required", at, "This is needed. " + detail);
        } else {
            add(value.isTextual() ? "malformed" : "wrong-type", at, detail);
        }
    }

    private void add(String code, String pointer, String detail) {
        problems.add(new SettingProblem(code, pointer, detail));
    }

    /// Whether a problem at `place` makes another at `pointer` a mere consequence.
    private static boolean covers(String place, String pointer) {
        return pointer.equals(place) || pointer.startsWith(place + "/");
    }
}
