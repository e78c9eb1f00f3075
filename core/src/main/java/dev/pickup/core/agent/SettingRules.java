package dev.pickup.core.agent;

import static dev.pickup.core.agent.SettingProblem.step;

import dev.pickup.core.agent.AgentSettings.Opening;
import dev.pickup.core.agent.Tool.Setting;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What must hold of an agent's settings before they are saved. Finds all problems at once. Used by one thread.
public final class SettingRules {
    private static final Pattern FACT = Pattern.compile("[a-z][A-Za-z0-9_-]{0,39}");
    private static final int MAX_OPENINGS = 6;

    private final List<SettingProblem> problems = new ArrayList<>();

    private SettingRules() {}

    /// Empty when the settings may be saved.
    public static List<SettingProblem> problems(AgentSettings settings) {
        SettingRules rules = new SettingRules();
        rules.texts(settings);
        settings.tools().forEach(rules::tool);
        rules.facts(settings.facts());
        settings.hours().forEach(rules::day);
        rules.words(settings);
        rules.limits(settings.limits());
        rules.engines(settings.language(), settings.engines());
        rules.zero(settings);
        return List.copyOf(rules.problems);
    }

    private void texts(AgentSettings settings) {
        text("/name", settings.name(), 1, 80);
        text("/business", settings.business(), 1, 80);
        text("/systemPrompt", settings.systemPrompt(), 1, 20_000);
        text("/greeting", settings.greeting(), 1, 500);
        text("/disclosure", settings.disclosure(), 0, 500);
        text("/voice", settings.voice(), 0, 60);
        text("/model", settings.model(), 0, 100);
        language("/language", settings.language());
        if (!(settings.temperature() >= 0 && settings.temperature() <= 1)) {
            add("out-of-range", "/temperature", "The temperature is a number from 0 to 1.");
        }
    }

    private void text(String pointer, String text, int least, int most) {
        if (text.length() > most) {
            add("too-long", pointer, "Use at most " + most + " characters.");
        } else if (least > 0 && text.isBlank()) {
            add("required", pointer, "Say something here.");
        }
    }

    private void language(String pointer, String tag) {
        if (languageOf(tag).isEmpty()) {
            add("malformed", pointer, "Use a language tag like `en-US`.");
        }
    }

    /// `en` of `en-US`; empty when that is no language tag.
    private static String languageOf(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().getLanguage();
        } catch (IllformedLocaleException _) {
            return "";
        }
    }

    private void zero(AgentSettings settings) {
        if (settings.zeroToPerson() && settings.fallbackNumber().isEmpty()) {
            add("conflicting", "/zeroToPerson", "Set a fallback number: it is where 0 leads.");
        }
    }

    private void engines(String ownLanguage, EngineWishes wishes) {
        List<String> others = wishes.otherLanguages();
        if (others.size() > EngineWishes.MOST_OTHERS) {
            add("too-many", "/otherLanguages", "Keep at most " + EngineWishes.MOST_OTHERS + " other languages.");
        }
        Set<String> seen = new HashSet<>(Set.of(languageOf(ownLanguage)));
        for (int i = 0; i < others.size(); i++) {
            String pointer = "/otherLanguages/" + i;
            language(pointer, others.get(i));
            String language = languageOf(others.get(i));
            if (!language.isEmpty() && !seen.add(language)) {
                add("repeated", pointer, "Name each language once: its dialects are not told apart.");
            }
        }
        if (wishes.redactPii() && !others.isEmpty()) {
            add("conflicting", "/redactPii", "Numbers can be left out in one language only: take the others away.");
        }
        if (wishes.hedgePercent()
                .filter(percent -> percent < 0 || percent > 100)
                .isPresent()) {
            add("out-of-range", "/hedgePercent", "Use a whole number from 0 to 100, or null.");
        }
    }

    private void tool(String name, Map<String, String> chosen) {
        String pointer = "/tools" + step(name);
        Optional<Tool> tool = ToolCatalog.find(name);
        if (tool.isEmpty()) {
            add("unknown", pointer, "There is no such tool.");
            return;
        }
        chosen.forEach((key, value) -> tool.get().settings().stream()
                .filter(s -> s.name().equals(key))
                .findFirst()
                .ifPresentOrElse(
                        setting -> toolSetting(pointer + step(key), setting, value),
                        () -> add("unknown", pointer + step(key), "The tool has no such setting.")));
    }

    private void toolSetting(String pointer, Setting setting, String value) {
        boolean fits = value.matches("[0-9]{1,6}")
                && Integer.parseInt(value) >= setting.least()
                && Integer.parseInt(value) <= setting.most();
        if (!fits) {
            add("out-of-range", pointer, "Use a whole number from " + setting.least() + " to " + setting.most() + ".");
        }
    }

    private void facts(Map<String, String> facts) {
        if (facts.size() > 50) {
            add("too-many", "/facts", "Keep at most 50 facts.");
        }
        facts.forEach((name, value) -> {
            if (!FACT.matcher(name).matches()) {
                add("malformed", "/facts" + step(name), "Name a fact by one word that begins with a small letter.");
            }
            text("/facts" + step(name), value, 1, 500);
        });
    }

    private void day(DayOfWeek day, List<Opening> openings) {
        String pointer = "/hours/" + day.name().toLowerCase(Locale.ROOT);
        if (openings.size() > MAX_OPENINGS) {
            add("too-many", pointer, "Keep at most " + MAX_OPENINGS + " openings a day.");
        }
        List<Opening> sorted =
                openings.stream().sorted(Comparator.comparing(Opening::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from().isBefore(sorted.get(i - 1).to())) {
                add("overlapping", pointer, "Openings of one day must not overlap.");
                return;
            }
        }
    }

    private void words(AgentSettings settings) {
        if (settings.vocabulary().size() > 200) {
            add("too-many", "/vocabulary", "Keep at most 200 words.");
        }
        for (int i = 0; i < settings.vocabulary().size(); i++) {
            text("/vocabulary/" + i, settings.vocabulary().get(i), 1, 60);
        }
        if (settings.pronunciations().size() > 200) {
            add("too-many", "/pronunciations", "Keep at most 200 pronunciations.");
        }
        settings.pronunciations().forEach((written, said) -> {
            String pointer = "/pronunciations" + step(written);
            text(pointer, written, 1, 60);
            text(pointer, said, 1, 100);
        });
    }

    private void limits(AgentSettings.Limits limits) {
        seconds("/limits/silencePromptSeconds", limits.silencePrompt(), 3, 60);
        seconds("/limits/silenceGoodbyeSeconds", limits.silenceGoodbye(), 3, 120);
        seconds("/limits/maxDurationSeconds", limits.maxDuration(), 60, 7_200);
    }

    private void seconds(String pointer, Duration duration, int least, int most) {
        if (duration.compareTo(Duration.ofSeconds(least)) < 0 || duration.compareTo(Duration.ofSeconds(most)) > 0) {
            add("out-of-range", pointer, "Use " + least + " to " + most + " seconds.");
        }
    }

    private void add(String code, String pointer, String detail) {
        problems.add(new SettingProblem(code, pointer, detail));
    }
}
