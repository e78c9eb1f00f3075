package dev.pickup.functions.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentTemplate;
import dev.pickup.core.agent.Tool;
import dev.pickup.functions.runtime.api.ApiJson;
import java.time.Instant;
import java.util.List;

/// Agents, templates and tools as JSON.
final class AgentViews {
    private AgentViews() {}

    static Object agent(Agent agent) {
        return new AgentView(
                agent.id().value(),
                agent.version(),
                agent.createdAt(),
                agent.savedAt(),
                SettingsWriter.write(agent.settings()));
    }

    static Object template(AgentTemplate template) {
        return new TemplateView(
                template.id(), template.title(), template.description(), SettingsWriter.write(template.settings()));
    }

    static Object tool(Tool tool) {
        return new ToolView(tool.name(), tool.description(), schema(tool), tool.settings());
    }

    private static JsonNode schema(Tool tool) {
        try {
            return ApiJson.MAPPER.readTree(tool.parametersSchema());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema of a tool is JSON", e);
        }
    }

    private record AgentView(String agentId, int version, Instant createdAt, Instant savedAt, ObjectNode settings) {}

    private record TemplateView(String id, String title, String description, ObjectNode settings) {}

    private record ToolView(String name, String description, JsonNode parameters, List<Tool.Setting> settings) {}
}
