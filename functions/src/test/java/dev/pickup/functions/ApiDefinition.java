package dev.pickup.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// `openapi.yaml`, to hold answers against.
public final class ApiDefinition {
    private static final String ADDRESS = "https://pickup.invalid/openapi.json";

    private final ObjectNode document;
    private final SchemaRegistry schemas;

    public ApiDefinition() {
        try (InputStream yaml = ApiDefinition.class.getResourceAsStream("/openapi.yaml")) {
            document = (ObjectNode) new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(ADDRESS, document.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /// As API Gateway names routes: `GET /api/agents/{agentId}`.
    ///
    /// @param function that answers them, by `x-function`; those without it are the console's
    public Set<String> routeKeys(String function) {
        Set<String> keys = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")
                            && path.getValue()
                                    .path(method)
                                    .path("x-function")
                                    .asText("console")
                                    .equals(function)) {
                        keys.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return keys;
    }

    /// Fails unless the answer is one that the definition allows for this route.
    public void check(String routeKey, APIGatewayV2HTTPResponse answer) {
        String[] parts = routeKey.split(" ", 2);
        String responses =
                "/paths/" + parts[1].replace("/", "~1") + "/" + parts[0].toLowerCase(Locale.ROOT) + "/responses";
        String status = Integer.toString(answer.getStatusCode());
        String response =
                document.at(responses).has(status) ? responses + "/" + status : "/components/responses/Problem";
        JsonNode content = document.at(response + "/content");
        if (content.isMissingNode()) {
            assertThat(answer.getBody()).as(routeKey + " has no body").isEmpty();
            return;
        }
        String type = answer.getHeaders().get("content-type").split(";", 2)[0];
        assertThat(content.has(type)).as(routeKey + " answers " + type).isTrue();
        if (type.endsWith("json")) {
            String pointer = response + "/content/" + type.replace("/", "~1") + "/schema";
            assertThat(schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer))
                            .validate(answer.getBody(), InputFormat.JSON))
                    .as(routeKey + " " + answer.getBody())
                    .isEmpty();
        }
    }
}
