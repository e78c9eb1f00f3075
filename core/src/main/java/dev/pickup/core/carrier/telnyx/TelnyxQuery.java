package dev.pickup.core.carrier.telnyx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;

/// A path with its query, percent-encoded: Telnyx' filters have square brackets in their names.
final class TelnyxQuery {
    private final StringBuilder text;
    private char separator = '?';

    TelnyxQuery(String path) {
        text = new StringBuilder(path);
    }

    TelnyxQuery with(String name, String value) {
        text.append(separator).append(encoded(name)).append('=').append(encoded(value));
        separator = '&';
        return this;
    }

    TelnyxQuery with(String name, Optional<String> value) {
        value.ifPresent(v -> with(name, v));
        return this;
    }

    /// One segment of a path.
    static String encoded(String part) {
        return URLEncoder.encode(part, UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
