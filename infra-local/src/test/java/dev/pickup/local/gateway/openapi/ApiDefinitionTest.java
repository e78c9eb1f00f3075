package dev.pickup.local.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Pickup's own definition, as the gateway understands it.
class ApiDefinitionTest {
    private final ApiDefinition api = ApiDefinition.read(ApiDefinitionTest.class.getResourceAsStream("/openapi.yaml"));

    @Test
    void everyOperationHasANameARouteOfItsOwnAndNeedsAToken() {
        List<String> ids = api.operations().stream().map(Operation::id).toList();
        assertThat(ids).isNotEmpty().doesNotContain("").doesNotHaveDuplicates();
        List<String> routes = api.operations().stream().map(Operation::routeKey).toList();
        assertThat(new HashSet<>(routes)).hasSameSizeAs(routes);
        assertThat(api.operations()).allMatch(Operation::secured);
    }

    @Test
    void everySchemaOfItCanBeHeldAgainstAMessage() {
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        for (Operation operation : api.operations()) {
            operation.body().ifPresent(body -> body.checks().values().forEach(check -> check.problems(empty)));
            for (int status : new int[] {200, 201, 400, 404}) {
                ResponseCheck.mismatches(operation, status, "application/json", Optional.of(empty));
                ResponseCheck.mismatches(operation, status, "application/problem+json", Optional.of(empty));
            }
        }
    }

    @Test
    void aProblemWithoutItsCodeIsAMismatch() {
        assertThat(api.route("GET", "/api/agents"))
                .isInstanceOfSatisfying(
                        Route.Found.class,
                        route -> assertThat(ResponseCheck.mismatches(
                                        route.operation(),
                                        404,
                                        "application/problem+json",
                                        Optional.of(JsonNodeFactory.instance.objectNode())))
                                .anyMatch(mismatch -> mismatch.contains("/code")));
    }
}
