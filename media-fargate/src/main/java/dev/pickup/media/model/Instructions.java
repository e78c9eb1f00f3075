package dev.pickup.media.model;

import dev.pickup.media.replying.LanguageModel.AgentBrief;
import dev.pickup.media.replying.LanguageModel.Request;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a model is told about the agent, in words.
public final class Instructions {
    /// Said in the caller's place where the agent's own words broke off: a provider refuses a conversation in which the
    /// agent has the last word, or takes it for a new turn.
    public static final String BROKE_OFF =
            "(The line broke off there. Go on right after your last word, and say nothing twice.)";

    private Instructions() {}

    /// The same in every reply of an agent version: what a provider may cache.
    public static String lasting(AgentBrief agent) {
        String facts = new TreeMap<>(agent.facts())
                .entrySet().stream()
                        .map(fact -> "- " + fact.getKey() + ": " + fact.getValue())
                        .collect(Collectors.joining("\n"));
        return """
                %s

                Business: %s
                Facts:
                %s
                Opening hours:
                %s
                Language of the call: %s
                """.formatted(
                agent.systemPrompt(), agent.business(), facts, String.join("\n", agent.hours()), agent.language());
    }

    /// What changes from reply to reply: behind what may be cached.
    public static String momentary(Request request) {
        return "Date and time at the business now: " + request.now() + "\n"
                + request.answerIn().map(Instructions::answerIn).orElse("");
    }

    /// Said with every reply of an agent that speaks several, its own too: a conversation that was in another one
    /// draws the model on in that. The caller's words alone would not do: a model answers a name or an "okay" in
    /// whatever language it was in before.
    private static String answerIn(String language) {
        return "The caller speaks " + Locale.forLanguageTag(language).getDisplayName(Locale.ENGLISH) + " (" + language
                + "): answer in that language, whatever was spoken before.\n";
    }

    /// How pressed keys appear among the caller's words.
    public static String pressed(String digits) {
        return "(The caller pressed " + digits + " on the keypad.)";
    }
}
