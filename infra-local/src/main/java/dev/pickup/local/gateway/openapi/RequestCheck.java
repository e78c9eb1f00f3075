package dev.pickup.local.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds a request against its operation. Pure.
public final class RequestCheck {
    private RequestCheck() {}

    /// All that is wrong with the parameters. Query parameters that the operation does not know are wrong too: a
    /// misspelt filter must not look like an unfiltered answer.
    ///
    /// @param headers by lower-case name
    public static List<Problem> parameters(
            Route.Found route, Map<String, List<String>> query, Map<String, List<String>> headers) {
        List<Problem> problems = new ArrayList<>();
        for (ParameterRule rule : route.operation().parameters()) {
            problems.addAll(rule.problems(values(rule, route, query, headers)));
        }
        Set<String> known = route.operation().parameters().stream()
                .filter(rule -> rule.in().equals("query"))
                .map(ParameterRule::name)
                .collect(Collectors.toSet());
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(
                        name -> problems.add(new Problem("query", "/" + name, "is not a parameter of this operation")));
        return problems;
    }

    /// All that is wrong with the body.
    public static List<Problem> body(Operation operation, String mediaType, Optional<JsonNode> body) {
        if (operation.body().isEmpty()) {
            return List.of();
        }
        BodyRule rule = operation.body().get();
        if (body.isEmpty()) {
            return rule.required() ? List.of(new Problem("body", "", "a body is required")) : List.of();
        }
        return rule.checks().getOrDefault(mediaType, JsonCheck.anything()).problems(body.get());
    }

    private static List<String> values(
            ParameterRule rule, Route.Found route, Map<String, List<String>> query, Map<String, List<String>> headers) {
        return switch (rule.in()) {
            case "path" ->
                Optional.ofNullable(route.pathParameters().get(rule.name())).stream()
                        .toList();
            case "query" -> query.getOrDefault(rule.name(), List.of());
            case "header" -> headers.getOrDefault(rule.name().toLowerCase(Locale.ROOT), List.of());
            default -> List.of();
        };
    }
}
