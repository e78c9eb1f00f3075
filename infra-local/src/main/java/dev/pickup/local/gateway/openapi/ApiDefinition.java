package dev.pickup.local.gateway.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The API as `openapi.yaml` defines it. Immutable; any thread.
public final class ApiDefinition {
    private final List<Operation> operations;

    ApiDefinition(List<Operation> operations) {
        this.operations = operations.stream()
                .sorted(Comparator.comparingInt(operation -> -operation.path().fixedSegments()))
                .toList();
    }

    /// Reads a document, OpenAPI 3.1 as YAML.
    ///
    /// @throws IllegalArgumentException it is not one
    public static ApiDefinition read(InputStream yaml) {
        try {
            return new DefinitionReader(yaml).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Operation> operations() {
        return operations;
    }

    /// @param path raw, still percent-encoded, without query
    public Route route(String method, String path) {
        Optional<PathTemplate> template = operations.stream()
                .map(Operation::path)
                .filter(candidate -> candidate.match(path).isPresent())
                .findFirst();
        if (template.isEmpty()) {
            return new Route.Unknown();
        }
        Map<String, Operation> byMethod = operations.stream()
                .filter(operation -> operation.path().equals(template.get()))
                .collect(Collectors.toMap(Operation::method, operation -> operation));
        Operation operation = byMethod.get(method);
        return operation == null
                ? new Route.WrongMethod(new TreeSet<>(byMethod.keySet()))
                : new Route.Found(operation, template.get().match(path).orElseThrow());
    }
}
