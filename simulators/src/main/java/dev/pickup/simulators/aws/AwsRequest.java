package dev.pickup.simulators.aws;

import com.sun.net.httpserver.HttpExchange;
import dev.pickup.simulators.eventstream.ServiceRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One HTTP request to a simulated service, read whole. Immutable.
public final class AwsRequest {
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, String> headers;
    private final byte[] body;

    private AwsRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    static AwsRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        String query = exchange.getRequestURI().getRawQuery();
        return new AwsRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    /// Over HTTP/2, where the host has another name.
    static AwsRequest of(ServiceRequest head, byte[] body) {
        Map<String, String> headers = new TreeMap<>(head.headers());
        head.header(":authority").ifPresent(host -> headers.putIfAbsent("host", host));
        String[] target = head.path().split("\\?", 2);
        return new AwsRequest(head.method(), target[0], target.length == 1 ? "" : target[1], headers, body.clone());
    }

    public String method() {
        return method;
    }

    /// As on the wire, percent-encoded.
    public String path() {
        return path;
    }

    /// As on the wire; empty when there is none.
    public String query() {
        return query;
    }

    /// Parameters of the query, decoded; one without a value has an empty one.
    public Map<String, String> parameters() {
        return query.isEmpty()
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> (pair.contains("=") ? pair : pair + "=").split("=", 2))
                        .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
    }

    /// By lower-case name.
    public Map<String, String> headers() {
        return headers;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    static String decode(String encoded) {
        return java.net.URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
