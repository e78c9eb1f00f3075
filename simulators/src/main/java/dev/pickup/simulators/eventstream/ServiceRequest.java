package dev.pickup.simulators.eventstream;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The head of a request. Immutable.
///
/// @param headers by lower-case name
public record ServiceRequest(String method, String path, Map<String, String> headers) {
    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 "
            + "Credential=[^/ ]+/\\d{8}/[a-z0-9-]+/(?<service>[a-z0-9-]+)/aws4_request, "
            + "SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{64}");

    public ServiceRequest {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isEmpty());
    }

    /// Whether it is signed for `service`, as far as can be seen without the secret: the shape of the header
    /// and the service in its scope.
    public boolean isSignedFor(String service) {
        var authorization = AUTHORIZATION.matcher(header("authorization").orElse(""));
        return authorization.matches() && authorization.group("service").equals(service);
    }

    /// Whether its body is announced as signed events.
    public boolean sendsEvents() {
        return header("x-amz-content-sha256").orElse("").equals("STREAMING-AWS4-HMAC-SHA256-EVENTS");
    }
}
