package dev.pickup.local.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// Holds a response against its operation. Pure.
public final class ResponseCheck {
    private ResponseCheck() {}

    /// All that differs from what is declared; nothing of the body is quoted.
    ///
    /// @param mediaType lower-case, without parameters; empty for none
    /// @param body      when it is JSON
    public static List<String> mismatches(Operation operation, int status, String mediaType, Optional<JsonNode> body) {
        Optional<ResponseRule> rule = operation.response(status);
        if (rule.isEmpty()) {
            return List.of("status " + status + " is not declared");
        }
        if (rule.get().checks().isEmpty()) {
            return mediaType.isEmpty() || body.isEmpty()
                    ? List.of()
                    : List.of("status " + status + " is declared without a body");
        }
        JsonCheck check = rule.get().checks().get(mediaType);
        if (check == null) {
            return List.of("status " + status + ": media type '" + mediaType + "' is not declared");
        }
        return body.map(check::problems).orElse(List.of()).stream()
                .map(problem -> "status " + status + ": body" + problem.pointer() + " " + problem.detail())
                .toList();
    }
}
