package dev.pickup.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.account.AccountId;
import dev.pickup.local.issuer.LocalIssuer;
import dev.pickup.local.issuer.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks a stack's API what became of things, as an owner of the demo account.
record ApiProbe(URI baseUrl, LocalIssuer tokens) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static ApiProbe of(LocalStack stack) {
        return new ApiProbe(stack.baseUrl(), stack.tokens());
    }

    JsonNode get(String path) {
        try {
            return JSON.readTree(send("GET", path).body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> send(String method, String path) {
        String token = tokens.accessToken(new AccountId("acc_demo"), Role.OWNER, Duration.ofMinutes(5));
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// The newest call, with turns and all; missing when there is none.
    JsonNode newestCall() {
        String id = get("/api/calls").path("items").path(0).path("callId").asText("");
        return id.isEmpty() ? JSON.missingNode() : get("/api/calls/" + id);
    }

    int calls() {
        return get("/api/calls").path("items").size();
    }

    JsonNode usage() {
        return get("/api/usage");
    }
}
