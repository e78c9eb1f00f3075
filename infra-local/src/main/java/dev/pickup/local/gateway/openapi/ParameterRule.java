package dev.pickup.local.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;

/// What a parameter must be.
///
/// @param in   `path`, `query` or `header`
/// @param type of its schema: how its text is read before it is checked
record ParameterRule(String in, String name, boolean required, String type, JsonCheck check) {
    private static final int LONGEST_NUMBER = 40;

    List<Problem> problems(List<String> values) {
        if (values.isEmpty()) {
            return required ? List.of(new Problem(in, "/" + name, "is required")) : List.of();
        }
        if (values.size() > 1 && !type.equals("array")) {
            return List.of(new Problem(in, "/" + name, "is given more than once"));
        }
        JsonNode read = type.equals("array") ? list(values) : one(values.getFirst());
        return check.problems(read).stream()
                .map(problem -> new Problem(in, "/" + name + problem.pointer(), problem.detail()))
                .toList();
    }

    private JsonNode one(String text) {
        return switch (type) {
            case "integer", "number" -> number(text);
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? BooleanNode.valueOf(Boolean.parseBoolean(text))
                        : new TextNode(text);
            default -> new TextNode(text);
        };
    }

    private static JsonNode number(String text) {
        boolean isNumber = text.length() < LONGEST_NUMBER && text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?");
        return isNumber ? DecimalNode.valueOf(new BigDecimal(text)) : new TextNode(text);
    }

    private static ArrayNode list(List<String> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.stream().flatMap(value -> List.of(value.split(",", -1)).stream()).forEach(list::add);
        return list;
    }
}
