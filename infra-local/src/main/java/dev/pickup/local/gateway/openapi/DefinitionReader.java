package dev.pickup.local.gateway.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads an OpenAPI 3.1 document into operations. One use, one thread.
final class DefinitionReader {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final ObjectNode document;
    private final SchemaBook schemas;

    DefinitionReader(InputStream yaml) throws IOException {
        if (!(new YAMLMapper().readTree(yaml) instanceof ObjectNode root)
                || !root.path("openapi").asText().startsWith("3.1")) {
            throw new IllegalArgumentException("Not an OpenAPI 3.1 document");
        }
        document = root;
        schemas = new SchemaBook(root);
    }

    ApiDefinition read() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        operations.add(operation(path.getKey(), path.getValue(), entry.getKey()));
                    }
                }));
        schemas.close();
        return new ApiDefinition(operations);
    }

    private Operation operation(String path, JsonNode item, String method) {
        JsonNode node = item.path(method);
        return new Operation(
                node.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                new PathTemplate(path),
                node.path("x-function").asText("console"),
                isSecured(node),
                Stream.concat(
                                item.path("parameters").valueStream(),
                                node.path("parameters").valueStream())
                        .map(this::parameter)
                        .toList(),
                node.has("requestBody") ? Optional.of(body(resolved(node.path("requestBody")))) : Optional.empty(),
                responses(node.path("responses")));
    }

    /// An operation's own `security` replaces the document's; an empty list, or an empty object in it, needs no token.
    private boolean isSecured(JsonNode operation) {
        JsonNode security = operation.has("security") ? operation.path("security") : document.path("security");
        return !security.isEmpty() && security.valueStream().noneMatch(JsonNode::isEmpty);
    }

    private ParameterRule parameter(JsonNode node) {
        JsonNode parameter = resolved(node);
        JsonNode schema = parameter.path("schema");
        return new ParameterRule(
                parameter.path("in").asText(),
                parameter.path("name").asText(),
                parameter.path("required").asBoolean(),
                resolved(schema).path("type").asText("string"),
                schemas.add(schema));
    }

    private BodyRule body(JsonNode node) {
        return new BodyRule(node.path("required").asBoolean(), checks(node.path("content")));
    }

    private Map<String, ResponseRule> responses(JsonNode node) {
        Map<String, ResponseRule> rules = new HashMap<>();
        node.properties()
                .forEach(response -> rules.put(
                        response.getKey().toUpperCase(Locale.ROOT).replace("DEFAULT", "default"),
                        new ResponseRule(checks(resolved(response.getValue()).path("content")))));
        return rules;
    }

    /// Only JSON is held against a schema.
    private Map<String, JsonCheck> checks(JsonNode content) {
        Map<String, JsonCheck> checks = new HashMap<>();
        content.properties().forEach(type -> {
            JsonNode schema = type.getValue().path("schema");
            boolean isChecked = type.getKey().endsWith("json") && !schema.isMissingNode();
            checks.put(type.getKey().toLowerCase(Locale.ROOT), isChecked ? schemas.add(schema) : JsonCheck.anything());
        });
        return checks;
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        for (int hops = 0; at.has("$ref"); hops++) {
            String reference = at.path("$ref").asText();
            if (!reference.startsWith("#/") || hops > 10) {
                throw new IllegalArgumentException("A reference that leads nowhere: " + reference);
            }
            at = document.at(JsonPointer.compile(reference.substring(1)));
        }
        if (at.isMissingNode() && !node.isMissingNode()) {
            throw new IllegalArgumentException("A reference that leads nowhere: " + node);
        }
        return at;
    }
}
