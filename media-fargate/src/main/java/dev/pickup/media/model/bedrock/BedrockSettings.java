package dev.pickup.media.model.bedrock;

import dev.pickup.media.model.ModelTimeouts;
import java.util.Optional;

/// How Bedrock is asked. Immutable.
///
/// @param modelId          used by agents that name no model: a model's or an inference profile's id
/// @param guardrail        applied to what callers say and to what the model answers
/// @param latencyOptimized asks for the faster hardware; only some models and Regions have it, others refuse
/// @param promptCaching    marks the end of what every reply of an agent has in common
/// @param mostTokens       of one reply; spoken, 400 tokens are two minutes
public record BedrockSettings(
        String modelId,
        Optional<Guardrail> guardrail,
        boolean latencyOptimized,
        boolean promptCaching,
        int mostTokens,
        ModelTimeouts timeouts) {
    /// Fast, good at tools, and cheap; the inference profile that spreads over the Regions of the USA.
    public static final String DEFAULT_MODEL = "us.anthropic.claude-haiku-4-5-20251001-v1:0";

    /// @param version a number, or `DRAFT`
    public record Guardrail(String id, String version) {}

    public static BedrockSettings of(String modelId) {
        return new BedrockSettings(modelId, Optional.empty(), false, true, 400, ModelTimeouts.USUAL);
    }

    public BedrockSettings withGuardrail(Guardrail value) {
        return new BedrockSettings(modelId, Optional.of(value), latencyOptimized, promptCaching, mostTokens, timeouts);
    }

    public BedrockSettings withLatencyOptimized(boolean value) {
        return new BedrockSettings(modelId, guardrail, value, promptCaching, mostTokens, timeouts);
    }

    public BedrockSettings withTimeouts(ModelTimeouts value) {
        return new BedrockSettings(modelId, guardrail, latencyOptimized, promptCaching, mostTokens, value);
    }

    /// As the rate card knows the model's price, e.g. `bedrock-claude-haiku-4.5`; one it does not know is reported as
    /// unpriced when the call is charged.
    static String priceName(String modelId) {
        if (modelId.contains("claude-haiku-4-5")) {
            return "bedrock-claude-haiku-4.5";
        }
        for (String nova : new String[] {"nova-micro", "nova-lite", "nova-pro"}) {
            if (modelId.contains(nova)) {
                return "bedrock-" + nova;
            }
        }
        return "bedrock-" + modelId;
    }
}
