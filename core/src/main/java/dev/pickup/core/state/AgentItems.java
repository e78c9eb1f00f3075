package dev.pickup.core.state;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.AgentSettings.Limits;
import dev.pickup.core.agent.AgentSettings.Opening;
import dev.pickup.core.agent.EngineWishes;
import dev.pickup.core.number.PhoneNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Versions of agents as items.
final class AgentItems {
    static final String KIND = "agent";

    private AgentItems() {}

    static Attributes write(String sort, Agent agent) {
        return Attributes.of(Keys.account(agent.account()), sort)
                .text("accountId", agent.account().value())
                .text("agentId", agent.id().value())
                .number("version", agent.version())
                .instant("createdAt", agent.createdAt())
                .instant("savedAt", agent.savedAt())
                .nested("settings", settings(agent.settings()));
    }

    static Agent read(Item item) {
        return new Agent(
                item.parsed("accountId", AccountId::new),
                item.parsed("agentId", AgentId::new),
                item.integer("version"),
                settings(item.nested("settings")),
                item.instant("createdAt"),
                item.instant("savedAt"));
    }

    private static Attributes settings(AgentSettings settings) {
        Attributes tools = Attributes.nested();
        settings.tools().forEach(tools::textMap);
        Attributes hours = Attributes.nested();
        settings.hours()
                .forEach((day, openings) -> hours.texts(
                        day.name(),
                        openings.stream().map(o -> o.from() + "-" + o.to()).toList()));
        return Attributes.nested()
                .text("name", settings.name())
                .text("business", settings.business())
                .text("systemPrompt", settings.systemPrompt())
                .text("greeting", settings.greeting())
                .text("disclosure", settings.disclosure())
                .text("language", settings.language())
                .text("voice", settings.voice())
                .text("model", settings.model())
                .decimal("temperature", settings.temperature())
                .nested("tools", tools)
                .textMap("facts", settings.facts())
                .nested("hours", hours)
                .text("timeZone", settings.timeZone().getId())
                .flag("recording", settings.recording())
                .texts("vocabulary", settings.vocabulary())
                .textMap("pronunciations", settings.pronunciations())
                .nested("limits", limits(settings.limits()))
                .text("fallbackNumber", settings.fallbackNumber().map(PhoneNumber::e164))
                .flag("enabled", settings.enabled())
                .nested("engines", engines(settings.engines()))
                .flag("zeroToPerson", settings.zeroToPerson());
    }

    private static AgentSettings settings(Item item) {
        return new AgentSettings(
                item.text("name"),
                item.text("business"),
                item.text("systemPrompt"),
                item.text("greeting"),
                item.text("disclosure"),
                item.text("language"),
                item.text("voice"),
                item.text("model"),
                item.decimal("temperature"),
                tools(item.nested("tools")),
                item.textMap("facts"),
                hours(item),
                item.parsed("timeZone", ZoneId::of),
                item.flag("recording"),
                item.texts("vocabulary"),
                item.textMap("pronunciations"),
                limits(item.nested("limits")),
                item.optionalParsed("fallbackNumber", PhoneNumber::new),
                item.flag("enabled"),
                item.has("engines") ? engines(item.nested("engines")) : EngineWishes.NONE,
                item.has("zeroToPerson") && item.flag("zeroToPerson"));
    }

    private static Attributes engines(EngineWishes wishes) {
        Attributes engines = Attributes.nested()
                .texts("otherLanguages", wishes.otherLanguages())
                .flag("redactPii", wishes.redactPii());
        wishes.hedgePercent().ifPresent(percent -> engines.number("hedgePercent", percent));
        return engines;
    }

    private static EngineWishes engines(Item item) {
        return new EngineWishes(
                item.texts("otherLanguages"),
                item.flag("redactPii"),
                item.has("hedgePercent") ? Optional.of(item.integer("hedgePercent")) : Optional.empty());
    }

    private static Attributes limits(Limits limits) {
        return Attributes.nested()
                .number("silencePromptMs", limits.silencePrompt().toMillis())
                .number("silenceGoodbyeMs", limits.silenceGoodbye().toMillis())
                .number("maxDurationMs", limits.maxDuration().toMillis());
    }

    private static Limits limits(Item item) {
        return new Limits(
                Duration.ofMillis(item.number("silencePromptMs")),
                Duration.ofMillis(item.number("silenceGoodbyeMs")),
                Duration.ofMillis(item.number("maxDurationMs")));
    }

    private static Map<String, Map<String, String>> tools(Item tools) {
        return tools.attributes().keySet().stream().collect(toUnmodifiableMap(name -> name, tools::textMap));
    }

    private static Map<DayOfWeek, List<Opening>> hours(Item settings) {
        Item hours = settings.nested("hours");
        try {
            return hours.attributes().keySet().stream()
                    .collect(toUnmodifiableMap(
                            DayOfWeek::valueOf,
                            day -> hours.texts(day).stream()
                                    .map(AgentItems::opening)
                                    .toList()));
        } catch (RuntimeException e) {
            throw new CorruptItemException(KIND, "hours", e);
        }
    }

    private static Opening opening(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("Opening hours are `from-to`.");
        }
        return new Opening(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }
}
