package dev.pickup.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.account.AccountId;
import dev.pickup.local.gateway.openapi.ApiDefinition;
import dev.pickup.local.issuer.LocalIssuer;
import dev.pickup.local.issuer.Role;
import dev.pickup.local.lambda.LambdaHost;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// A gateway before one function, which answers as the test says, and a dashboard of two files.
final class RunningGateway implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final APIGatewayV2HTTPResponse ECHO = answer(200, "application/json", "{\"routeKey\":\"x\"}");

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<APIGatewayV2HTTPEvent> seen = new AtomicReference<>();
    private final LambdaHost host = new LambdaHost();
    private final GatewayServer server;
    private final String token;
    private volatile Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function = event -> ECHO;

    RunningGateway(Path folder) throws IOException {
        Path site = Files.createDirectories(folder.resolve("site/assets"));
        Files.writeString(folder.resolve("site/index.html"), "<title>Pickup</title>");
        Files.writeString(site.resolve("app-1a2b.js"), "let x = 1");
        server = GatewayServer.reserve(0);
        LocalIssuer issuer = LocalIssuer.open(folder, server.baseUrl(), Clock.systemUTC());
        token = issuer.accessToken(new AccountId("acc_demo"), Role.VIEWER, Duration.ofMinutes(1));
        var console = host.<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>host(
                "console", Duration.ofMillis(500), (event, context) -> {
                    seen.set(event);
                    return function.apply(event);
                });
        server.serve(new GatewayParts(
                ApiDefinition.read(RunningGateway.class.getResourceAsStream("shop.yaml")),
                Map.of("console", console),
                Map.of("/webhooks/telnyx/voice", console),
                Optional.empty(),
                issuer,
                Optional.of(folder.resolve("site")),
                Clock.systemUTC()));
    }

    @Override
    public void close() {
        server.close();
        host.close();
        client.close();
    }

    GatewayServer server() {
        return server;
    }

    /// A viewer's.
    String token() {
        return token;
    }

    /// From now on the function does this.
    void function(Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> does) {
        function = does;
    }

    /// What the function was invoked with last.
    Optional<APIGatewayV2HTTPEvent> seen() {
        return Optional.ofNullable(seen.get());
    }

    /// A request of the viewer.
    HttpRequest.Builder request(String path) {
        return stranger(path).header("Authorization", "Bearer " + token);
    }

    /// A request of somebody without a token.
    HttpRequest.Builder stranger(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request, BodyHandlers.ofString(UTF_8));
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(10)).build(), body);
    }

    static JsonNode problem(HttpResponse<String> response) throws IOException {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return JSON.readTree(response.body());
    }

    static APIGatewayV2HTTPResponse answer(int status, String type, String body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of("Content-Type", type))
                .withBody(body)
                .build();
    }
}
