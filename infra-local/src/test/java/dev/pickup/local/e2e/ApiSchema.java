package dev.pickup.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// The shapes of `openapi.yaml`, read apart from the gateway's own reading of them. OpenAPI 3.1 schemas are JSON Schema
/// 2020-12.
final class ApiSchema {
    private static final String DOCUMENT = "https://pickup.invalid/openapi.json";

    private final SchemaRegistry registry;

    ApiSchema() {
        try (InputStream yaml = ApiSchema.class.getResourceAsStream("/openapi.yaml")) {
            ObjectNode document = (ObjectNode) new YAMLMapper().readTree(yaml);
            registry = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemas(Map.of(DOCUMENT, document.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is wrong with `json` as a value of this name; nothing when all is well.
    List<String> complaints(String name, JsonNode json) {
        Schema schema = registry.getSchema(SchemaLocation.of(DOCUMENT + "#/components/schemas/" + name));
        return schema.validate(json).stream().map(Error::toString).toList();
    }
}
