package dev.pickup.media.model.bedrock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.media.model.Instructions;
import dev.pickup.media.replying.LanguageModel.Request;
import dev.pickup.media.replying.LanguageModel.ToolDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointBlock;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailStreamProcessingMode;
import software.amazon.awssdk.services.bedrockruntime.model.PerformanceConfigLatency;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;

/// Writes a request as Bedrock wants it: tools, then what lasts, a cache point, what changes, then the conversation.
/// Source: Amazon Bedrock API reference, "ConverseStream"; User Guide, "Prompt caching", read 2026-11.
final class ConverseRequest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private ConverseRequest() {}

    static ConverseStreamRequest of(Request request, BedrockSettings settings, String modelId) {
        ConverseStreamRequest.Builder converse = ConverseStreamRequest.builder()
                .modelId(modelId)
                .system(system(request, settings.promptCaching()))
                .messages(ConverseMessages.of(request.messages()))
                .inferenceConfig(c -> c.maxTokens(settings.mostTokens()).temperature((float) request.temperature()));
        if (!request.tools().isEmpty()) {
            converse.toolConfig(c ->
                    c.tools(request.tools().stream().map(ConverseRequest::tool).toList()));
        }
        settings.guardrail()
                .ifPresent(guardrail -> converse.guardrailConfig(g -> g.guardrailIdentifier(guardrail.id())
                        .guardrailVersion(guardrail.version())
                        .streamProcessingMode(GuardrailStreamProcessingMode.ASYNC)));
        if (settings.latencyOptimized()) {
            converse.performanceConfig(p -> p.latency(PerformanceConfigLatency.OPTIMIZED));
        }
        return converse.build();
    }

    private static List<SystemContentBlock> system(Request request, boolean caching) {
        List<SystemContentBlock> blocks = new ArrayList<>();
        blocks.add(SystemContentBlock.fromText(Instructions.lasting(request.agent())));
        if (caching) {
            blocks.add(SystemContentBlock.fromCachePoint(
                    CachePointBlock.builder().type(CachePointType.DEFAULT).build()));
        }
        blocks.add(SystemContentBlock.fromText(Instructions.momentary(request)));
        return blocks;
    }

    private static Tool tool(ToolDefinition tool) {
        try {
            var schema = Documents.of(JSON.readValue(tool.parametersSchema(), MAP));
            return Tool.fromToolSpec(
                    t -> t.name(tool.name()).description(tool.description()).inputSchema(s -> s.json(schema)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The schema of tool " + tool.name() + " is not JSON.", e);
        }
    }
}
