package dev.pickup.local.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

/// The schemas of one OpenAPI 3.1 document, which are JSON Schema 2020-12; references in them may point anywhere into
/// the document. First all are added, then it is closed, then values are checked.
final class SchemaBook {
    private static final String DOCUMENT = "https://pickup.invalid/openapi.json";
    private static final String SHELF = "x-gateway-schemas";

    private final ObjectNode document;
    private final ArrayNode shelf;
    private final List<Schema> schemas = new ArrayList<>();

    SchemaBook(ObjectNode document) {
        this.document = document.deepCopy();
        this.shelf = this.document.putArray(SHELF);
    }

    /// The check works once the book is closed.
    JsonCheck add(JsonNode schema) {
        int index = shelf.size();
        shelf.add(schema);
        Supplier<Schema> later = () -> schemas.get(index);
        return value -> later.get().validate(value).stream()
                .map(SchemaBook::problem)
                .distinct()
                .toList();
    }

    void close() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(DOCUMENT, document.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        for (int i = 0; i < shelf.size(); i++) {
            schemas.add(registry.getSchema(SchemaLocation.of(DOCUMENT + "#/" + SHELF + "/" + i)));
        }
    }

    private static Problem problem(Error error) {
        String place = error.getInstanceLocation().toString();
        String pointer = place.equals("/") ? "" : place;
        String property = error.getProperty() == null ? "" : "/" + error.getProperty();
        return new Problem("body", pointer + property, error.getMessage());
    }
}
