package dev.pickup.simulators.twilio;

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
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/// A customer's program that uses the REST API.
final class TwilioCustomer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    record Answer(int status, HttpResponse<String> response, JsonNode body) {
        int code() {
            return body.path("code").asInt();
        }

        String text(String field) {
            return body.path(field).asText();
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String basic;
    private final String host;
    final String account;

    TwilioCustomer(URI base, String account, String username, String password, String host) {
        this.base = base;
        this.account = account;
        this.host = host;
        basic = username.isEmpty()
                ? ""
                : "Basic "
                        + Base64.getEncoder()
                                .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    TwilioCustomer(URI base, String account, String username, String password) {
        this(base, account, username, password, "");
    }

    /// Below `/2010-04-01/Accounts/{sid}`.
    Answer get(String path) {
        return send("GET", "/2010-04-01/Accounts/" + account + path, "", "");
    }

    Answer post(String path, Map<String, String> form) {
        return send(
                "POST", "/2010-04-01/Accounts/" + account + path, encoded(form), "application/x-www-form-urlencoded");
    }

    Answer send(String method, String path, String body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!basic.isEmpty()) {
            request.header("Authorization", basic);
        }
        if (!host.isEmpty()) {
            request.header("X-Twilio-Host", host);
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

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
