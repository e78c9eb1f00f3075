package dev.pickup.functions.tool;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.ToolAnswerStore.Invocation;
import dev.pickup.core.call.CallId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A tool to be run for a call.
///
/// @param invocationId the same on every repeat
/// @param arguments    the model's, not checked yet
public record ToolRequest(
        AccountId account,
        CallId call,
        AgentId agent,
        int agentVersion,
        String invocationId,
        String tool,
        Map<String, Object> arguments) {
    public ToolRequest {
        arguments = Map.copyOf(arguments);
    }

    Invocation invocation() {
        return new Invocation(account, call, invocationId);
    }

    /// An argument that was checked; empty text counts as absent.
    Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// @param event `{accountId, callId, agentId, agentVersion, invocationId, tool, arguments}`
    /// @throws IllegalArgumentException it is something else: a defect of the caller, not of the model
    static ToolRequest of(Map<String, Object> event) {
        if (!(event.get("agentVersion") instanceof Number version)
                || !(event.get("arguments") instanceof Map<?, ?> given)) {
            throw new IllegalArgumentException("A tool request has an agent version and arguments");
        }
        Map<String, Object> arguments = new HashMap<>();
        given.forEach((name, value) -> {
            if (value != null) { // models write null for what they were not told
                arguments.put(String.valueOf(name), value);
            }
        });
        return new ToolRequest(
                new AccountId(text(event, "accountId")),
                new CallId(text(event, "callId")),
                new AgentId(text(event, "agentId")),
                version.intValue(),
                text(event, "invocationId"),
                text(event, "tool"),
                arguments);
    }

    private static String text(Map<String, Object> event, String name) {
        if (event.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("A tool request has text in " + name);
    }
}
