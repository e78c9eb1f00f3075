package dev.pickup.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Tells the simulated exchange where we are now. It remembers its accounts over restarts, and with them the webhook
/// addresses of a stack that may have had another port: as an operator changes them in the carrier's portal.
record CarrierMove(URI apiBase, String apiKey, HttpClient http) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    void to(URI publicBaseUrl) {
        move("/call_control_applications", "webhook_event_url", "application_name", publicBaseUrl);
        move("/messaging_profiles", "webhook_url", "name", publicBaseUrl);
    }

    /// @param name the carrier wants it in every change
    private void move(String path, String field, String name, URI base) {
        for (JsonNode thing : send(request(path + "?page%5Bsize%5D=250").GET()).path("data")) {
            String url = thing.path(field).asText();
            int ours = url.indexOf("/webhooks/telnyx/");
            if (ours >= 0 && !url.startsWith(base.toString())) {
                ObjectNode body = JSON.createObjectNode()
                        .put(name, thing.path(name).asText())
                        .put(field, base + url.substring(ours));
                send(request(path + "/" + thing.path("id").asText())
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(body.toString())));
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(apiBase + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + apiKey);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("The exchange answers " + response.statusCode());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the stack started", e);
        }
    }
}
