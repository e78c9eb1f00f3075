package dev.pickup.local.gateway;

import static dev.pickup.local.gateway.RunningGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests that no function sees.
class GatewayRefusalIT {
    @TempDir
    private Path folder;

    @AutoClose
    private RunningGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new RunningGateway(folder);
    }

    @Test
    void everyProblemOfARequestIsListedWithItsPlaceAndNothingIsInvoked() throws Exception {
        HttpResponse<String> response = gateway.send(gateway.request("/api/things?colour=red")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "abc")
                .POST(BodyPublishers.ofString("{\"parts\":[{\"weight\":1},{\"weight\":0},{}],\"extra\":1}")));
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode problem = problem(response);
        assertThat(problem.path("code").asText()).isEqualTo("request-invalid");
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("in").asText() + " "
                                + error.path("pointer").asText())
                        .toList())
                .containsExactlyInAnyOrder(
                        "header /Idempotency-Key",
                        "query /colour",
                        "body /name",
                        "body /extra",
                        "body /parts/1/weight",
                        "body /parts/2/weight");
        assertThat(gateway.seen()).isEmpty();
    }

    @Test
    void parametersAreHeldAgainstTheirSchemas() throws Exception {
        for (String query :
                List.of("limit=0", "limit=x", "limit=1.5", "limit=1&limit=2", "tag=toolong", "since=yesterday")) {
            assertThat(gateway.send(gateway.request("/api/things?" + query)).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(gateway.send(gateway.request("/api/things?limit=100&tag=a,b&since=2026-11-23T00:00:00Z"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotThereOrNotAllowedIsSaidAsAProblem() throws Exception {
        HttpResponse<String> nowhere = gateway.send(gateway.request("/api/nothing"));
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(problem(nowhere).path("code").asText()).isEqualTo("not-found");
        HttpResponse<String> method =
                gateway.send(gateway.request("/api/things").DELETE());
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).contains("GET, POST");
        HttpResponse<String> type = gateway.send(gateway.request("/api/things")
                .header("Content-Type", "text/plain")
                .header("Idempotency-Key", "abcd")
                .POST(BodyPublishers.ofString("hello")));
        assertThat(type.statusCode()).isEqualTo(415);
        HttpResponse<String> notJson = gateway.send(gateway.request("/api/things")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "abcd")
                .POST(BodyPublishers.ofString("{\"name\":\"a\",\"name\":\"b\"}")));
        assertThat(notJson.statusCode()).isEqualTo(400);
        assertThat(gateway.seen()).isEmpty();
    }

    @Test
    void aBodyThatIsTooLongIsRefusedWithAndWithoutItsLength() throws Exception {
        byte[] long1 = new byte[IncomingRequest.LONGEST_BODY_BYTES + 1];
        for (HttpRequest.BodyPublisher body : List.of(
                BodyPublishers.ofByteArray(long1),
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(long1)))) {
            HttpResponse<String> response = gateway.send(gateway.request("/api/things")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "abcd")
                    .POST(body));
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(problem(response).path("code").asText()).isEqualTo("request-too-large");
        }
        assertThat(gateway.seen()).isEmpty();
    }

    @Test
    void withoutAGoodTokenNothingButOpenRoutesIsAnswered() throws Exception {
        for (String header :
                List.of("", "Bearer ", "Bearer x.y.z", "Basic " + gateway.token(), "Bearer " + gateway.token() + "x")) {
            HttpRequest.Builder request = gateway.stranger("/api/things");
            HttpResponse<String> response =
                    gateway.send(header.isEmpty() ? request : request.header("Authorization", header));
            assertThat(response.statusCode()).as(header).isEqualTo(401);
            assertThat(problem(response).path("code").asText()).isEqualTo("unauthorized");
            assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
        }
        assertThat(gateway.seen()).isEmpty();
        gateway.function(
                event -> APIGatewayV2HTTPResponse.builder().withStatusCode(204).build());
        assertThat(gateway.send(gateway.stranger("/api/open")).statusCode()).isEqualTo(204);
        assertThat(gateway.seen().orElseThrow().getRequestContext().getAuthorizer())
                .isNull();
    }
}
