package dev.pickup.core.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something a model may do during a call.
///
/// @param description what the model is told about it
/// @param parameters  its arguments; there are no others
/// @param settings    what an agent may set about it; all optional
/// @param runsIn      who carries it out
public record Tool(String name, String description, List<Parameter> parameters, List<Setting> settings, RunsIn runsIn) {
    public Tool {
        parameters = List.copyOf(parameters);
        settings = List.copyOf(settings);
    }

    /// Who carries a tool out.
    public enum RunsIn {
        /// The media task: it is about the call itself.
        CALL,
        /// The tools function, once per invocation id.
        FUNCTION
    }

    /// A whole number that an agent may set; written as text in the agent's settings.
    public record Setting(String name, String description, int least, int most, int usual) {}

    /// JSON Schema 2020-12 of the arguments, as models want it.
    public String parametersSchema() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        for (Parameter parameter : parameters) {
            properties.set(parameter.name(), parameter.schema());
            if (parameter.required()) {
                required.add(parameter.name());
            }
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.set("properties", properties);
        schema.set("required", required);
        return schema.put("additionalProperties", false).toString();
    }

    /// What is wrong with `arguments`, one sentence each, for the model to mend; empty when nothing is. Empty text
    /// counts as absent: models write it for what they were not told.
    public List<String> violations(Map<String, Object> arguments) {
        List<String> violations = new ArrayList<>();
        for (String name : arguments.keySet()) {
            if (parameters.stream().noneMatch(p -> p.name().equals(name))) {
                violations.add("There is no argument `" + name + "`.");
            }
        }
        for (Parameter parameter : parameters) {
            parameter
                    .violation(Optional.ofNullable(arguments.get(parameter.name())))
                    .ifPresent(violations::add);
        }
        return List.copyOf(violations);
    }

    /// The value of a setting on an agent: its own, or the usual one. Settings were checked when they were saved.
    public int setting(String name, Map<String, String> chosen) {
        Setting setting = settings.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this.name + " has no setting " + name));
        return Optional.ofNullable(chosen.get(name)).map(Integer::parseInt).orElse(setting.usual());
    }
}
