package dev.pickup.functions.runtime.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// An answer, ready for the gateway.
///
/// @param body text, or base64 when `binary`
public record ApiResponse(int status, Map<String, String> headers, String body, boolean binary) {
    private static final String TYPE = "content-type";

    public ApiResponse {
        headers = Map.copyOf(headers);
    }

    public static ApiResponse ok(Object value) {
        return json(200, value);
    }

    public static ApiResponse json(int status, Object value) {
        return new ApiResponse(status, Map.of(TYPE, "application/json"), ApiJson.text(value), false);
    }

    public static ApiResponse text(String type, String body) {
        return new ApiResponse(200, Map.of(TYPE, type), body, false);
    }

    public static ApiResponse bytes(String type, byte[] body) {
        return new ApiResponse(200, Map.of(TYPE, type), Base64.getEncoder().encodeToString(body), true);
    }

    public static ApiResponse noContent() {
        return new ApiResponse(204, Map.of(), "", false);
    }

    public static ApiResponse problem(ProblemException problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:pickup:problem:" + problem.code());
        document.put("title", title(problem.code()));
        document.put("status", problem.status());
        document.put("detail", String.valueOf(problem.getMessage()));
        document.put("code", problem.code());
        if (!problem.errors().isEmpty()) {
            document.put("errors", problem.errors());
        }
        document.putAll(problem.more());
        return new ApiResponse(
                problem.status(), Map.of(TYPE, "application/problem+json"), ApiJson.text(document), false);
    }

    public ApiResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiResponse(status, more, body, binary);
    }

    public APIGatewayV2HTTPResponse toGateway() {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(new LinkedHashMap<>(headers))
                .withBody(body)
                .withIsBase64Encoded(binary)
                .build();
    }

    private static String title(String code) {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }
}
