package dev.pickup.simulators.telnyx.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/// A request that found its route.
///
/// @param route    method and pattern, such as `GET /phone_numbers/{id}`
/// @param segments what the route's `{names}` stand for, percent-decoded
/// @param apiKey   what follows `Authorization: Bearer`; empty when there is none
public record RestRequest(String route, Map<String, String> segments, Query query, Optional<String> apiKey, Body body) {
    /// Bytes, unread until somebody wants them.
    public interface Body {
        byte[] bytes() throws IOException;
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public String segment(String name) {
        String value = segments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no segment " + name);
        }
        return value;
    }

    /// The body as a JSON object; an empty body is an empty object.
    ///
    /// @throws ApiProblem it is not one
    public ObjectNode json() {
        try {
            byte[] bytes = body.bytes();
            JsonNode tree = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new ApiProblem(
                    ErrorCode.BAD_REQUEST, "The request body is not well-formed JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new ApiProblem(ErrorCode.BAD_REQUEST, "The request body must be a JSON object.");
    }
}
