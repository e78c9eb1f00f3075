package dev.pickup.local.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// One server on this machine, and the sentences for when it does not answer. Blocks, each request at most [#LIMIT].
final class Http {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SHOWN_OF_A_REFUSAL = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;
    private final String server;

    /// @param server how a person would call it, at the beginning of a sentence
    Http(HttpClient client, String server) {
        this.client = client;
        this.server = server;
    }

    /// @throws NoAnswerException there was none
    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(LIMIT).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new NoAnswerException(server + " does not answer: is ./pickup up still running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("Interrupted while waiting for an answer.", e);
        }
    }

    /// For an answer that nobody expected.
    NoAnswerException refused(HttpResponse<byte[]> response) {
        String body = new String(response.body(), UTF_8);
        String shown = body.length() > SHOWN_OF_A_REFUSAL ? body.substring(0, SHOWN_OF_A_REFUSAL) + " …" : body;
        return new NoAnswerException(server + " answered " + response.statusCode() + " to "
                + response.request().method() + " " + response.uri().getPath() + ": " + shown);
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new NoAnswerException("What came from " + response.uri().getPath() + " is not JSON.", e);
        }
    }
}
