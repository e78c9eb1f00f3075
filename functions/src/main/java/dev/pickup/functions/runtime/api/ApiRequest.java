package dev.pickup.functions.runtime.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.number.PhoneNumber;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request of a person whose token was verified.
///
/// @param headers by lower-case name
public record ApiRequest(
        AccountId account,
        Role role,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        String body) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    /// What a person may do.
    public enum Role {
        OWNER,
        VIEWER;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @throws ProblemException the token speaks for no account or no role
    public static ApiRequest of(APIGatewayV2HTTPEvent event) {
        Map<String, String> claims = Claims.of(event);
        return new ApiRequest(
                Claims.account(claims),
                Claims.role(claims),
                orEmpty(event.getPathParameters()),
                orEmpty(event.getQueryStringParameters()),
                orEmpty(event.getHeaders()),
                body(event));
    }

    /// A part of the path; the route has it.
    public String path(String name) {
        return Optional.ofNullable(path.get(name)).orElse("");
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// The number in the path, whose plus sign may come escaped.
    public PhoneNumber number() {
        String e164 = path("e164").replace("%2B", "+");
        if (!PhoneNumber.isE164(e164)) {
            throw ProblemException.notFound("number");
        }
        return new PhoneNumber(e164);
    }

    /// Longest page asked for.
    public int limit() {
        Optional<String> text = query("limit");
        if (text.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        if (!text.get().matches("[0-9]{1,3}")) {
            throw ProblemException.invalid("limit", "Use a whole number from 1 to 100.");
        }
        int limit = Integer.parseInt(text.get());
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.invalid("limit", "Use a whole number from 1 to 100.");
        }
        return limit;
    }

    /// The body, a JSON object.
    public ObjectNode json() {
        try {
            if (ApiJson.MAPPER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException _) {
            // answered below like other JSON that is no object
        }
        throw ProblemException.invalid("", "Send a JSON object.");
    }

    private static String body(APIGatewayV2HTTPEvent event) {
        String body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded() ? new String(Base64.getDecoder().decode(body), UTF_8) : body;
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }
}
