package dev.pickup.local.gateway.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One operation of the API.
///
/// @param function  which function answers it, by `x-function`; `console` when nothing is said
/// @param secured   needs an access token
/// @param body      what its request body must be; empty when it takes none
/// @param responses by status: `200`, `4XX`, `default`
public record Operation(
        String id,
        String method,
        PathTemplate path,
        String function,
        boolean secured,
        List<ParameterRule> parameters,
        Optional<BodyRule> body,
        Map<String, ResponseRule> responses) {
    public Operation {
        parameters = List.copyOf(parameters);
        responses = Map.copyOf(responses);
    }

    /// As API Gateway names it: `GET /api/agents/{agentId}`.
    public String routeKey() {
        return method + " " + path.text();
    }

    /// What is declared for a status; a range or `default` when the status itself is not.
    Optional<ResponseRule> response(int status) {
        ResponseRule exact = responses.get(Integer.toString(status));
        ResponseRule range = exact == null ? responses.get(status / 100 + "XX") : exact;
        return Optional.ofNullable(range == null ? responses.get("default") : range);
    }
}
