package dev.pickup.core.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A webhook as it came: headers, and the body's bytes untouched, because a signature covers them.
public final class WebhookRequest {
    private final Map<String, String> headers = new TreeMap<>();
    private final byte[] body;
    private final String url;

    private WebhookRequest(Map<String, String> headers, byte[] body) {
        this(headers, body, "");
    }

    private WebhookRequest(Map<String, String> headers, byte[] body, String url) {
        this.url = url;
        headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
        this.body = body;
    }

    /// As API Gateway hands it over: text, or base64 of any bytes.
    ///
    /// @throws WebhookRefusedException it is said to be base64 and is not
    public static WebhookRequest of(Map<String, String> headers, String body, boolean isBase64) {
        try {
            return new WebhookRequest(headers, isBase64 ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8));
        } catch (IllegalArgumentException _) {
            throw new WebhookRefusedException(WebhookRefusedException.Reason.SIGNATURE_INVALID);
        }
    }

    /// The same, with the address it was sent to.
    ///
    /// @param value as the carrier was told it: public scheme and host, the path with any prefix, the raw query
    public WebhookRequest at(String value) {
        return new WebhookRequest(headers, body, value);
    }

    /// Where it was sent to; empty when nobody said. Some carriers sign it.
    public String url() {
        return url;
    }

    /// Names are compared without regard to case.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public byte[] body() {
        return body.clone();
    }

    /// Neither numbers nor signatures.
    @Override
    public String toString() {
        return "WebhookRequest[" + body.length + " bytes]";
    }
}
