package dev.pickup.simulators.twilio.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A request as it came.
///
/// @param path     raw, without the query
/// @param query    decoded
/// @param host     which of the carrier's hosts was meant, such as `messaging.twilio.com`: one server stands in for all
/// @param username of HTTP Basic; empty when there is none
/// @param password of HTTP Basic
/// @param type     the body's media type, without its parameters; empty when there is none
public record TwilioRequest(
        String method,
        String path,
        Form query,
        String host,
        Optional<String> username,
        String password,
        String type,
        Body body) {
    /// Bytes, unread until somebody wants them.
    public interface Body {
        byte[] bytes() throws IOException;
    }

    private static final String FORM = "application/x-www-form-urlencoded";

    /// The parameters of the body. An empty body has none.
    ///
    /// @throws TwilioProblem the body is something else
    public Form form() {
        byte[] bytes = bytes();
        if (bytes.length > 0 && !type.equals(FORM)) {
            throw new TwilioProblem(415, 20415, "Unsupported Media Type");
        }
        return Form.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        try {
            return body.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The secret is not printed.
    @Override
    public String toString() {
        return method + " " + path;
    }
}
