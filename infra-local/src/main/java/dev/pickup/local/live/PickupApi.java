package dev.pickup.local.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.function.Supplier;

/// Our own HTTP API, as a client sees it. Blocks. Any thread.
public final class PickupApi {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    private final Http http;
    private final URI baseUrl;
    private final Supplier<String> token;

    /// @param token makes an access token; asked for each request, so that none grows old
    public PickupApi(HttpClient http, URI baseUrl, Supplier<String> token) {
        this.http = new Http(http, "The API at " + baseUrl);
        this.baseUrl = baseUrl;
        this.token = token;
    }

    URI baseUrl() {
        return baseUrl;
    }

    /// The whole record of a call, as the API wrote it; empty while there is no such call.
    ///
    /// @throws NoAnswerException the API cannot be reached, or answered with something else
    Optional<JsonNode> call(String callId) {
        return get("/api/calls/" + callId);
    }

    /// The newest calls, newest first.
    Optional<JsonNode> calls() {
        return get("/api/calls");
    }

    static CallDocument document(JsonNode json) {
        return JSON.convertValue(json, CallDocument.class);
    }

    private Optional<JsonNode> get(String path) {
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(baseUrl.resolve(path)).header("Authorization", "Bearer " + token.get()));
        return switch (response.statusCode()) {
            case 200 -> Optional.of(Http.json(response));
            case 404 -> Optional.empty();
            default -> throw http.refused(response);
        };
    }
}
