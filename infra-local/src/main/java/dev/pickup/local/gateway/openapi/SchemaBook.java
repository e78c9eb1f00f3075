package dev.pickup.local.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The schemas of one OpenAPI 3.1 document, which are JSON Schema 2020-12; references in them lead to
/// `#/components/schemas/`. First all are added, then it is closed, then values are checked.
final class SchemaBook {
    private static final String DOCUMENT = "https://pickup.invalid/openapi.json";
    private static final String COMPONENTS = "\"#/components/schemas/";
    private static final String DEFINITIONS = "\"#/$defs/";

    private final ObjectNode definitions;
    private final List<Schema> schemas = new ArrayList<>();
    private int added;

    SchemaBook(ObjectNode document) {
        definitions = JsonNodeFactory.instance.objectNode();
        document.at("/components/schemas").properties().forEach(e -> definitions.set(e.getKey(), e.getValue()));
    }

    /// The check works once the book is closed.
    JsonCheck add(JsonNode schema) {
        int index = added++;
        definitions.set(place(index), schema);
        Supplier<Schema> later = () -> schemas.get(index);
        return value -> later.get().validate(value).stream()
                .map(SchemaBook::problem)
                .distinct()
                .toList();
    }

    void close() {
        String document = "{\"$defs\":" + definitions.toString().replace(COMPONENTS, DEFINITIONS) + "}";
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(DOCUMENT, document))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        for (int i = 0; i < added; i++) {
            schemas.add(registry.getSchema(SchemaLocation.of(DOCUMENT + "#/$defs/" + place(i))));
        }
    }

    private static String place(int index) {
        return "gateway-" + index;
    }

    private static Problem problem(Error error) {
        String place = error.getInstanceLocation().toString();
        String pointer = place.equals("/") ? "" : place;
        String property = error.getProperty() == null ? "" : "/" + error.getProperty();
        return new Problem("body", pointer + property, error.getMessage());
    }
}
