package dev.pickup.local.engine;

import dev.pickup.media.replying.LanguageModel.AgentBrief;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the instructions of a prompt say of the business, read back from their words.
///
/// @param now      local date and time, as the prompt says it
/// @param answerIn the language to answer in, where the prompt names one
record WrittenBrief(AgentBrief brief, String now, Optional<String> answerIn) {
    private static final Pattern PROMPT = Pattern.compile(
            "(?s)(.*)\\nBusiness: ([^\\n]*)\\nFacts:\\n(.*?)\\nOpening hours:\\n(.*?)\\nLanguage of the call: ([^\\n]*)\\n"
                    + "Date and time at the business now: ([^\\n]*)\\n?"
                    + "(?:The caller speaks [^\\n]*\\(([^()\\n]*)\\): answer)?.*");

    /// @throws IllegalArgumentException it is no prompt of ours
    static WrittenBrief read(String system) {
        Matcher prompt = PROMPT.matcher(system);
        if (!prompt.matches()) {
            throw new IllegalArgumentException("Only prompts of our own media task are understood here.");
        }
        AgentBrief brief = new AgentBrief(
                prompt.group(1).strip(),
                prompt.group(2),
                facts(prompt.group(3)),
                lines(prompt.group(4)),
                prompt.group(5),
                "");
        return new WrittenBrief(brief, prompt.group(6), Optional.ofNullable(prompt.group(7)));
    }

    private static Map<String, String> facts(String text) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String line : lines(text)) {
            String[] halves = line.replaceFirst("^- ", "").split(": ", 2);
            if (halves.length == 2) {
                facts.put(halves[0], halves[1]);
            }
        }
        return facts;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.removeIf(String::isBlank);
        return lines;
    }
}
