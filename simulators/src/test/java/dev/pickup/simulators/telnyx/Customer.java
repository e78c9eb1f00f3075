package dev.pickup.simulators.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A customer's program that uses the REST API.
final class Customer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    record Answer(int status, HttpResponse<String> response, JsonNode body) {
        String code() {
            return body.at("/errors/0/code").asText();
        }

        JsonNode data() {
            return body.path("data");
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String apiKey;

    Customer(URI base, String apiKey) {
        this.base = base;
        this.apiKey = apiKey;
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    /// A call control command.
    Answer command(String callControlId, String name, String body) {
        return post("/calls/" + URLEncoder.encode(callControlId, StandardCharsets.UTF_8) + "/actions/" + name, body);
    }

    /// Answers, waits for `call.answered` and starts a stream as the product would.
    void answerAndStream(WebhookCatcher webhooks, WebhookCatcher.Delivery initiated, String url, String more) {
        command(initiated.callControlId(), "answer", "{}");
        webhooks.awaitOne("call.answered");
        command(initiated.callControlId(), "streaming_start", streamBody(url, more));
    }

    static String streamBody(String url, String more) {
        return """
                {"stream_url":"%s","stream_track":"inbound_track","stream_codec":"L16",
                 "stream_bidirectional_mode":"rtp","stream_bidirectional_codec":"L16",
                 "stream_bidirectional_sampling_rate":16000,"stream_bidirectional_target_legs":"self"%s}""".formatted(url, more);
    }

    Answer send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!apiKey.isEmpty()) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response, JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
