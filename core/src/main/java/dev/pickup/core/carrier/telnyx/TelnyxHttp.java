package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.CarrierUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/// Requests to Telnyx: key, time-out, repeats, and errors told apart. All but [#postOnce] are repeated, a bounded
/// number of times: commands carry a `command_id`, reads change nothing, changes lead to a state.
final class TelnyxHttp {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BUSY_WITH_RESOURCE = "10036";

    private final TelnyxSettings settings;
    private final HttpClient client;

    TelnyxHttp(TelnyxSettings settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /// For what must not be done twice and has no id of ours: an answer, or none.
    Answer postOnce(String path, JsonNode body) {
        return once(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    JsonNode patch(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body.toString()))
                .build());
    }

    JsonNode delete(String path) {
        return send(request(path).DELETE().build());
    }

    /// What the carrier said.
    ///
    /// @param requestId what its support asks for; empty when there is none
    record Answer(JsonNode body, String requestId) {}

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.apiBase() + path))
                .timeout(settings.timeout())
                .header("Authorization", "Bearer " + settings.apiKey())
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest request) {
        Duration pause = settings.pause();
        for (int attempt = 1; ; attempt++) {
            try {
                return once(request).body();
            } catch (CarrierUnavailableException e) {
                if (attempt == settings.attempts() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
            rest(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private Answer once(HttpRequest request) {
        try {
            return read(client.send(request, BodyHandlers.ofString()));
        } catch (HttpTimeoutException _) {
            throw new CarrierUnavailableException("timeout", "");
        } catch (IOException _) {
            throw new CarrierUnavailableException("connection", "");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CarrierUnavailableException("interrupted", "");
        }
    }

    private static Answer read(HttpResponse<String> response) {
        int status = response.statusCode();
        JsonNode body = json(response.body());
        String requestId = response.headers().firstValue("x-request-id").orElse("");
        if (status >= 200 && status < 300) {
            return new Answer(body, requestId);
        }
        String code = body.path("errors").path(0).path("code").asText("http-" + status);
        if (status == 429 || status >= 500 || code.equals(BUSY_WITH_RESOURCE)) {
            throw new CarrierUnavailableException(code, requestId);
        }
        throw new CarrierRejectedException(reason(status, code), code, requestId);
    }

    private static JsonNode json(String text) {
        try {
            JsonNode body = JSON.readTree(text);
            return body == null ? MissingNode.getInstance() : body;
        } catch (IOException _) {
            return MissingNode.getInstance(); // a proxy's page; the status says enough
        }
    }

    /// Source: Telnyx "API errors", the 90xxx family of call control.
    private static Reason reason(int status, String code) {
        return switch (code) {
            case "90015", "90018", "10005" -> Reason.LEG_GONE;
            case "90045" -> Reason.STREAM_IN_USE;
            case "90048" -> Reason.STREAM_NOT_IN_USE;
            case "90034" -> Reason.NOT_ANSWERED;
            default -> status == 401 || status == 403 ? Reason.NOT_ALLOWED : Reason.OTHER;
        };
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
