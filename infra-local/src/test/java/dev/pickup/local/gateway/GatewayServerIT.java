package dev.pickup.local.gateway;

import static dev.pickup.local.gateway.RunningGateway.ECHO;
import static dev.pickup.local.gateway.RunningGateway.JSON;
import static dev.pickup.local.gateway.RunningGateway.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the gateway lets through: to the function, to the dashboard, and back.
class GatewayServerIT {
    @TempDir
    private Path folder;

    @AutoClose
    private RunningGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new RunningGateway(folder);
    }

    @Test
    void aRequestReachesTheFunctionAsApiGatewayWouldSendIt() throws Exception {
        HttpResponse<String> response = gateway.send(gateway.request("/api/things?limit=5&tag=a&tag=b")
                .header("X-Two", "1")
                .header("X-Two", "2"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        APIGatewayV2HTTPEvent event = gateway.seen().orElseThrow();
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
        gateway.send(gateway.request("/api/things/+1877%20x"));
        assertThat(gateway.seen().orElseThrow().getRouteKey()).isEqualTo("GET /api/things/{name}");
        assertThat(gateway.seen().orElseThrow().getPathParameters()).containsOnly(Map.entry("name", "+1877 x"));
        gateway.send(gateway.request("/api/things/best"));
        assertThat(gateway.seen().orElseThrow().getRouteKey()).isEqualTo("GET /api/things/best");
    }

    @Test
    void aFunctionThatThrowsOrHangsCostsItsOwnRequestOnly() throws Exception {
        gateway.function(event -> {
            throw new IllegalStateException("the secret reason");
        });
        HttpResponse<String> broken = gateway.send(gateway.request("/api/things"));
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).doesNotContain("secret");
        gateway.function(event -> {
            try {
                Thread.sleep(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ECHO;
        });
        assertThat(gateway.send(gateway.request("/api/things")).statusCode()).isEqualTo(503);
        gateway.function(event -> ECHO);
        assertThat(gateway.send(gateway.request("/api/things")).statusCode()).isEqualTo(200);
    }

    @Test
    void answersOtherThanDeclaredAreSentAndCounted() throws Exception {
        assertThat(gateway.send(gateway.request("/api/things")).statusCode()).isEqualTo(200);
        assertThat(gateway.server().audit().mismatches()).isEmpty();
        gateway.function(event -> answer(200, "application/json", "{\"routeKey\":7}"));
        assertThat(gateway.send(gateway.request("/api/things")).body()).isEqualTo("{\"routeKey\":7}");
        gateway.function(event -> answer(418, "application/json", "{}"));
        assertThat(gateway.send(gateway.request("/api/things")).statusCode()).isEqualTo(418);
        gateway.function(event -> answer(404, "application/problem+json", "{}"));
        assertThat(gateway.send(gateway.request("/api/things/none")).statusCode())
                .isEqualTo(404);
        assertThat(gateway.server().audit().mismatches()).hasSize(2);
    }

    @Test
    void binaryAndCookiesOfAResponseArriveAsTheyWere() throws Exception {
        byte[] bytes = {0, (byte) 0xff, 7};
        gateway.function(event -> APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("Content-Type", "audio/wav"))
                .withCookies(List.of("a=1", "b=2"))
                .withIsBase64Encoded(true)
                .withBody(java.util.Base64.getEncoder().encodeToString(bytes))
                .build());
        HttpResponse<byte[]> response = gateway.send(gateway.request("/api/things"), BodyHandlers.ofByteArray());
        assertThat(response.body()).isEqualTo(bytes);
        assertThat(response.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
    }

    @Test
    void aWebhooksRawBodyArrivesByteForByteWithoutAToken() throws Exception {
        String body = "{ \"a\" : \"ü\\n\" }\n";
        gateway.function(event -> answer(200, "text/plain", ""));
        HttpRequest.Builder webhook = gateway.stranger("/webhooks/telnyx/voice")
                .header("Content-Type", "application/json")
                .header("Telnyx-Signature-Ed25519", "abc=");
        assertThat(gateway.send(webhook.POST(BodyPublishers.ofString(body))).statusCode())
                .isEqualTo(200);
        assertThat(gateway.seen().orElseThrow().getBody()).isEqualTo(body);
        assertThat(gateway.seen().orElseThrow().getIsBase64Encoded()).isFalse();
        assertThat(gateway.seen().orElseThrow().getHeaders()).containsEntry("telnyx-signature-ed25519", "abc=");
        gateway.send(webhook.POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xc3, 0})));
        assertThat(gateway.seen().orElseThrow().getIsBase64Encoded()).isTrue();
        assertThat(gateway.send(webhook.GET()).statusCode()).isEqualTo(405);
        assertThat(gateway.send(gateway.stranger("/webhooks/other").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theDashboardsPagesAndFilesAreServedWithCachingAndAPolicy() throws Exception {
        HttpResponse<String> page = gateway.send(gateway.stranger("/calls/call_1"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Pickup</title>");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
        HttpResponse<String> script = gateway.send(gateway.stranger("/assets/app-1a2b.js"));
        assertThat(script.body()).isEqualTo("let x = 1");
        assertThat(script.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(gateway.send(gateway.stranger("/assets/none.js")).statusCode())
                .isEqualTo(404);
        assertThat(gateway.send(gateway.stranger("/..%2f..%2fissuer-key.json")).statusCode())
                .isBetween(400, 404);
    }

    @Test
    void healthAndTheIssuersDocumentsAreOpen() throws Exception {
        assertThat(gateway.send(gateway.stranger("/health")).body()).contains("ok");
        JsonNode discovery = JSON.readTree(gateway.send(gateway.stranger("/.well-known/openid-configuration"))
                .body());
        assertThat(discovery.path("issuer").asText())
                .isEqualTo(gateway.server().baseUrl().toString());
        JsonNode keys = JSON.readTree(gateway.send(HttpRequest.newBuilder(
                        URI.create(discovery.path("jwks_uri").asText())))
                .body());
        assertThat(keys.path("keys").path(0).path("kty").asText()).isEqualTo("RSA");
        assertThat(keys.path("keys").path(0).has("d")).isFalse();
    }

    @Test
    void aBusyPortIsKnownBeforeAnythingElseStarts() {
        assertThatThrownBy(() -> GatewayServer.reserve(gateway.server().port()))
                .isInstanceOf(PortBusyException.class)
                .hasMessageContaining(Integer.toString(gateway.server().port()));
    }
}
