package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pickup.core.carrier.CarrierUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/// Requests to Telnyx that end in a [TelnyxReply], whatever it says; for whoever has to know what a refusal says.
///
/// Repeat: all but [#postOnce] are repeated, [TelnyxSettings#attempts] times at most, when there was no answer or one
/// that means "later": they lead to a state and not by a step. A rate limit that says when it ends is waited for, at
/// most as long as an attempt may take.
/// Ends: [CarrierUnavailableException] after the last attempt.
final class TelnyxWire {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BUSY_WITH_RESOURCE = "10036";
    private static final int TOO_MANY_REQUESTS = 429;

    private final TelnyxSettings settings;
    private final HttpClient client;

    TelnyxWire(TelnyxSettings settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
    }

    TelnyxReply get(String path) {
        return repeated(request("GET", path, BodyPublishers.noBody()));
    }

    /// For what the carrier must refuse, or has an id of ours.
    TelnyxReply post(String path, JsonNode body) {
        return repeated(request("POST", path, BodyPublishers.ofString(body.toString())));
    }

    /// For what would be made twice. No answer: it may have been made.
    TelnyxReply postOnce(String path, JsonNode body) {
        return settled(once(request("POST", path, BodyPublishers.ofString(body.toString()))));
    }

    TelnyxReply patch(String path, JsonNode body) {
        return repeated(request("PATCH", path, BodyPublishers.ofString(body.toString())));
    }

    TelnyxReply delete(String path) {
        return repeated(request("DELETE", path, BodyPublishers.noBody()));
    }

    private HttpRequest request(String method, String path, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(settings.apiBase() + path))
                .timeout(settings.timeout())
                .header("Authorization", "Bearer " + settings.apiKey())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
    }

    /// An answer and how long its rate limit wants us to wait.
    private record Received(TelnyxReply reply, Duration reset) {
        boolean later() {
            return reply.status() == TOO_MANY_REQUESTS
                    || reply.status() >= 500
                    || reply.code().equals(BUSY_WITH_RESOURCE);
        }
    }

    private TelnyxReply repeated(HttpRequest request) {
        Duration pause = settings.pause();
        for (int attempt = 1; attempt < settings.attempts(); attempt++) {
            Duration wait = pause;
            try {
                Received received = once(request);
                if (!received.later()) {
                    return received.reply();
                }
                wait = longer(pause, received.reset());
            } catch (CarrierUnavailableException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
            rest(wait);
            pause = pause.multipliedBy(2);
        }
        return settled(once(request));
    }

    private static TelnyxReply settled(Received received) {
        if (received.later()) {
            throw new CarrierUnavailableException(
                    received.reply().code(), received.reply().requestId());
        }
        return received.reply();
    }

    private Received once(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            String requestId = response.headers().firstValue("x-request-id").orElse("");
            TelnyxReply reply = new TelnyxReply(response.statusCode(), json(response.body()), requestId);
            return new Received(reply, reset(response));
        } catch (HttpTimeoutException _) {
            throw new CarrierUnavailableException("timeout", "");
        } catch (IOException _) {
            throw new CarrierUnavailableException("connection", "");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CarrierUnavailableException("interrupted", "");
        }
    }

    /// Seconds, by the page on rate limits. Another page shows an epoch: too large for us to wait for either way.
    private static Duration reset(HttpResponse<String> response) {
        return response.headers()
                .firstValue("x-ratelimit-reset")
                .filter(text -> response.statusCode() == TOO_MANY_REQUESTS && text.matches("[0-9]{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    private Duration longer(Duration pause, Duration reset) {
        Duration wait = pause.compareTo(reset) > 0 ? pause : reset;
        return wait.compareTo(settings.timeout()) > 0 ? settings.timeout() : wait;
    }

    private static JsonNode json(String text) {
        try {
            JsonNode body = JSON.readTree(text);
            return body == null ? MissingNode.getInstance() : body;
        } catch (IOException _) {
            return MissingNode.getInstance(); // a proxy's page; the status says enough
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
