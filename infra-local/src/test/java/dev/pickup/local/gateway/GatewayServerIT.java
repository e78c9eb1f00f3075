package dev.pickup.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayServerIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final APIGatewayV2HTTPResponse ECHO = answer(200, "application/json", "{\"routeKey\":\"x\"}");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<APIGatewayV2HTTPEvent> seen = new AtomicReference<>();
    private final LambdaHost host = new LambdaHost();
    private Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> console = event -> ECHO;
    private GatewayServer gateway;
    private String token;

    @BeforeEach
    void start() throws IOException {
        Path site = Files.createDirectories(folder.resolve("site/assets"));
        Files.writeString(folder.resolve("site/index.html"), "<title>Pickup</title>");
        Files.writeString(site.resolve("app-1a2b.js"), "let x = 1");
        gateway = GatewayServer.reserve(0);
        LocalIssuer issuer = LocalIssuer.open(folder, gateway.baseUrl(), Clock.systemUTC());
        token = issuer.accessToken(new AccountId("acc_demo"), Role.VIEWER, Duration.ofMinutes(1));
        var function = host.<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>host(
                "console", Duration.ofMillis(500), (event, context) -> {
                    seen.set(event);
                    return console.apply(event);
                });
        gateway.serve(new GatewayParts(
                ApiDefinition.read(GatewayServerIT.class.getResourceAsStream("shop.yaml")),
                Map.of("console", function),
                Map.of("/webhooks/telnyx/voice", function),
                Optional.empty(),
                issuer,
                Optional.of(folder.resolve("site")),
                Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        gateway.close();
        host.close();
        client.close();
    }

    @Test
    void aRequestReachesTheFunctionAsApiGatewayWouldSendIt() throws Exception {
        HttpResponse<String> response = send(
                request("/api/things?limit=5&tag=a&tag=b").header("X-Two", "1").header("X-Two", "2"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        APIGatewayV2HTTPEvent event = seen.get();
        assertThat(event.getVersion()).isEqualTo("2.0");
        assertThat(event.getRouteKey()).isEqualTo("GET /api/things");
        assertThat(event.getQueryStringParameters()).containsOnly(Map.entry("limit", "5"), Map.entry("tag", "a,b"));
        assertThat(event.getHeaders()).containsEntry("x-two", "1,2");
        assertThat(event.getPathParameters()).isNull();
        assertThat(event.getBody()).isNull();
        assertThat(event.getRequestContext().getHttp().getMethod()).isEqualTo("GET");
        assertThat(event.getRequestContext().getAuthorizer().getJwt().getClaims())
                .containsEntry("account", "acc_demo")
                .containsEntry("cognito:groups", "[viewer]")
                .containsEntry("token_use", "access");
    }

    @Test
    void pathParametersAreDecodedAndAFixedPathWinsOverAName() throws Exception {
        send(request("/api/things/+1877%20x"));
        assertThat(seen.get().getRouteKey()).isEqualTo("GET /api/things/{name}");
        assertThat(seen.get().getPathParameters()).containsOnly(Map.entry("name", "+1877 x"));
        send(request("/api/things/best"));
        assertThat(seen.get().getRouteKey()).isEqualTo("GET /api/things/best");
    }

    @Test
    void everyProblemOfARequestIsListedWithItsPlaceAndNothingIsInvoked() throws Exception {
        HttpResponse<String> response = send(request("/api/things?colour=red")
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
        assertThat(seen.get()).isNull();
    }

    @Test
    void parametersAreHeldAgainstTheirSchemas() throws Exception {
        for (String query :
                List.of("limit=0", "limit=x", "limit=1.5", "limit=1&limit=2", "tag=toolong", "since=yesterday")) {
            assertThat(send(request("/api/things?" + query)).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(send(request("/api/things?limit=100&tag=a,b&since=2026-11-23T00:00:00Z"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotThereOrNotAllowedIsSaidAsAProblem() throws Exception {
        HttpResponse<String> nowhere = send(request("/api/nothing"));
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(problem(nowhere).path("code").asText()).isEqualTo("not-found");
        HttpResponse<String> method = send(request("/api/things").DELETE());
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).contains("GET, POST");
        HttpResponse<String> type = send(request("/api/things")
                .header("Content-Type", "text/plain")
                .header("Idempotency-Key", "abcd")
                .POST(BodyPublishers.ofString("hello")));
        assertThat(type.statusCode()).isEqualTo(415);
        HttpResponse<String> notJson = send(request("/api/things")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "abcd")
                .POST(BodyPublishers.ofString("{\"name\":\"a\",\"name\":\"b\"}")));
        assertThat(notJson.statusCode()).isEqualTo(400);
        assertThat(seen.get()).isNull();
    }

    @Test
    void aBodyThatIsTooLongIsRefusedWithAndWithoutItsLength() throws Exception {
        byte[] long1 = new byte[IncomingRequest.LONGEST_BODY_BYTES + 1];
        for (HttpRequest.BodyPublisher body : List.of(
                BodyPublishers.ofByteArray(long1),
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(long1)))) {
            HttpResponse<String> response = send(request("/api/things")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "abcd")
                    .POST(body));
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(problem(response).path("code").asText()).isEqualTo("request-too-large");
        }
        assertThat(seen.get()).isNull();
    }

    @Test
    void withoutAGoodTokenNothingButOpenRoutesIsAnswered() throws Exception {
        for (String header : List.of("", "Bearer ", "Bearer x.y.z", "Basic " + token, "Bearer " + token + "x")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(url("/api/things"));
            HttpResponse<String> response = send(header.isEmpty() ? request : request.header("Authorization", header));
            assertThat(response.statusCode()).as(header).isEqualTo(401);
            assertThat(problem(response).path("code").asText()).isEqualTo("unauthorized");
            assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
        }
        assertThat(seen.get()).isNull();
        console =
                event -> APIGatewayV2HTTPResponse.builder().withStatusCode(204).build();
        assertThat(send(HttpRequest.newBuilder(url("/api/open"))).statusCode()).isEqualTo(204);
        assertThat(seen.get().getRequestContext().getAuthorizer()).isNull();
    }

    @Test
    void aFunctionThatThrowsOrHangsCostsItsOwnRequestOnly() throws Exception {
        console = event -> {
            throw new IllegalStateException("the secret reason");
        };
        HttpResponse<String> broken = send(request("/api/things"));
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).doesNotContain("secret");
        console = event -> {
            try {
                Thread.sleep(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ECHO;
        };
        assertThat(send(request("/api/things")).statusCode()).isEqualTo(503);
        console = event -> ECHO;
        assertThat(send(request("/api/things")).statusCode()).isEqualTo(200);
    }

    @Test
    void answersOtherThanDeclaredAreSentAndCounted() throws Exception {
        assertThat(send(request("/api/things")).statusCode()).isEqualTo(200);
        assertThat(gateway.audit().mismatches()).isEmpty();
        console = event -> answer(200, "application/json", "{\"routeKey\":7}");
        assertThat(send(request("/api/things")).body()).isEqualTo("{\"routeKey\":7}");
        console = event -> answer(418, "application/json", "{}");
        assertThat(send(request("/api/things")).statusCode()).isEqualTo(418);
        console = event -> answer(404, "application/problem+json", "{}");
        assertThat(send(request("/api/things/none")).statusCode()).isEqualTo(404);
        assertThat(gateway.audit().mismatches()).hasSize(2);
    }

    @Test
    void binaryAndCookiesOfAResponseArriveAsTheyWere() throws Exception {
        byte[] bytes = {0, (byte) 0xff, 7};
        console = event -> APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("Content-Type", "audio/wav"))
                .withCookies(List.of("a=1", "b=2"))
                .withIsBase64Encoded(true)
                .withBody(java.util.Base64.getEncoder().encodeToString(bytes))
                .build();
        HttpResponse<byte[]> response = client.send(request("/api/things").build(), BodyHandlers.ofByteArray());
        assertThat(response.body()).isEqualTo(bytes);
        assertThat(response.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
    }

    @Test
    void aWebhooksRawBodyArrivesByteForByteWithoutAToken() throws Exception {
        String body = "{ \"a\" : \"ü\\n\" }\n";
        console = event -> answer(200, "text/plain", "");
        HttpRequest.Builder webhook = HttpRequest.newBuilder(url("/webhooks/telnyx/voice"))
                .header("Content-Type", "application/json")
                .header("Telnyx-Signature-Ed25519", "abc=");
        assertThat(send(webhook.POST(BodyPublishers.ofString(body))).statusCode())
                .isEqualTo(200);
        assertThat(seen.get().getBody()).isEqualTo(body);
        assertThat(seen.get().getIsBase64Encoded()).isFalse();
        assertThat(seen.get().getHeaders()).containsEntry("telnyx-signature-ed25519", "abc=");
        send(webhook.POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xc3, 0})));
        assertThat(seen.get().getIsBase64Encoded()).isTrue();
        assertThat(send(webhook.GET()).statusCode()).isEqualTo(405);
        assertThat(send(HttpRequest.newBuilder(url("/webhooks/other")).POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theDashboardsPagesAndFilesAreServedWithCachingAndAPolicy() throws Exception {
        HttpResponse<String> page = send(HttpRequest.newBuilder(url("/calls/call_1")));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Pickup</title>");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
        HttpResponse<String> script = send(HttpRequest.newBuilder(url("/assets/app-1a2b.js")));
        assertThat(script.body()).isEqualTo("let x = 1");
        assertThat(script.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(send(HttpRequest.newBuilder(url("/assets/none.js"))).statusCode())
                .isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(url("/..%2f..%2fissuer-key.json")))
                        .statusCode())
                .isBetween(400, 404);
    }

    @Test
    void healthAndTheIssuersDocumentsAreOpen() throws Exception {
        assertThat(send(HttpRequest.newBuilder(url("/health"))).body()).contains("ok");
        JsonNode discovery = JSON.readTree(send(HttpRequest.newBuilder(url("/.well-known/openid-configuration")))
                .body());
        assertThat(discovery.path("issuer").asText())
                .isEqualTo(gateway.baseUrl().toString());
        JsonNode keys = JSON.readTree(send(HttpRequest.newBuilder(
                        URI.create(discovery.path("jwks_uri").asText())))
                .body());
        assertThat(keys.path("keys").path(0).path("kty").asText()).isEqualTo("RSA");
        assertThat(keys.path("keys").path(0).has("d")).isFalse();
    }

    @Test
    void aBusyPortIsKnownBeforeAnythingElseStarts() {
        assertThatThrownBy(() -> GatewayServer.reserve(gateway.port()))
                .isInstanceOf(PortBusyException.class)
                .hasMessageContaining(Integer.toString(gateway.port()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url(path)).header("Authorization", "Bearer " + token);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + gateway.port() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString(UTF_8));
    }

    private static JsonNode problem(HttpResponse<String> response) throws IOException {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return JSON.readTree(response.body());
    }

    private static APIGatewayV2HTTPResponse answer(int status, String type, String body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of("Content-Type", type))
                .withBody(body)
                .build();
    }
}
