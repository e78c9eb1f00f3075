package dev.pickup.functions.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.state.Database;
import dev.pickup.core.state.DatabaseClient;
import dev.pickup.functions.Console;
import dev.pickup.functions.TestDatabase;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(TestDatabase.class)
class ConsoleApiIT {
    private final ConsoleFixture fixture;

    ConsoleApiIT(Database database) {
        fixture = new ConsoleFixture(database);
    }

    @Test
    void theDefinitionAndTheRoutesAreTheSame() {
        assertThat(fixture.api.routeKeys()).isEqualTo(Console.definition().routeKeys("console"));
    }

    @Test
    void meIsTheAccountAndTheRole() {
        var me = Console.viewer(fixture.api, fixture.account)
                .ask("GET /api/me", Map.of())
                .json();

        assertThat(me.path("account").path("accountId").asText()).isEqualTo(fixture.account.value());
        assertThat(me.path("role").asText()).isEqualTo("viewer");
    }

    @Test
    void aTokenThatIsNoAccessTokenIsRefused() {
        Map<String, String> idToken =
                Map.of("account", fixture.account.value(), "cognito:groups", "[owner]", "token_use", "id");

        assertThat(ask(idToken)).isEqualTo("401 unauthorized");
        assertThat(ask(Map.of("token_use", "access", "cognito:groups", "[owner]")))
                .isEqualTo("401 unauthorized");
        assertThat(ask(Console.claims(fixture.account, "[]"))).isEqualTo("403 role-forbidden");
        assertThat(ask(Console.claims(fixture.account, "[coowner]"))).isEqualTo("403 role-forbidden");
    }

    @Test
    void viewersReadButDoNotWrite() {
        String id = fixture.agent();
        String number = fixture.number().e164();
        Console viewer = Console.viewer(fixture.api, fixture.account);

        assertThat(viewer.ask("GET /api/agents/{agentId}", Map.of("agentId", id))
                        .status())
                .isEqualTo(200);
        Console.definition().routeKeys("console").stream()
                .filter(route -> !route.startsWith("GET "))
                .forEach(route -> assertThat(viewer.ask(
                                        route,
                                        Map.of("agentId", id, "e164", number),
                                        "{\"version\": 1, \"settings\": {}, \"label\": \"x\", \"agentId\": \"" + id
                                                + "\"}")
                                .problem())
                        .as(route)
                        .isEqualTo("403 role-forbidden"));
        assertThat(fixture.owner
                        .ask("GET /api/agents/{agentId}", Map.of("agentId", id))
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=ten", "limit=-1"})
    void aPageHasAReasonableLength(String query) {
        String[] parts = query.split("=", 2);
        assertThat(fixture.owner
                        .ask("GET /api/agents", Map.of("?" + parts[0], parts[1]))
                        .problem())
                .isEqualTo("400 request-invalid");
    }

    @Test
    void aCursorThatIsNotOursIsRefused() {
        assertThat(fixture.owner
                        .ask("GET /api/agents", Map.of("?next", "bm9wZQ"))
                        .problem())
                .isEqualTo("400 cursor-invalid");
        assertThat(fixture.owner
                        .ask("GET /api/telephony/numbers", Map.of("?next", "%%%"))
                        .problem())
                .isEqualTo("400 cursor-invalid");
        assertThat(fixture.owner
                        .ask("GET /api/calls", Map.of("?next", "bm9wZQ"))
                        .problem())
                .isEqualTo("400 cursor-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{} {}"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        assertThat(fixture.owner.ask("POST /api/agents", Map.of(), body).problem())
                .isEqualTo("400 request-invalid");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaidSo() {
        try (DynamoDbClient nobody = DatabaseClient.local(URI.create("http://127.0.0.1:9"))) {
            Console console = Console.owner(ConsoleFixture.api(new Database(nobody)), fixture.account);

            assertThat(console.ask("GET /api/me", Map.of()).problem()).isEqualTo("503 store-unavailable");
        }
    }

    private String ask(Map<String, String> claims) {
        return Console.withClaims(fixture.api, claims)
                .ask("GET /api/me", Map.of())
                .problem();
    }
}
