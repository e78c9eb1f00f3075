package dev.pickup.functions.console;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// An answer, ready for the gateway.
///
/// @param body text, or base64 when `binary`
record ConsoleResponse(int status, Map<String, String> headers, String body, boolean binary) {
    private static final String TYPE = "content-type";

    ConsoleResponse {
        headers = Map.copyOf(headers);
    }

    static ConsoleResponse ok(Object value) {
        return json(200, value);
    }

    static ConsoleResponse json(int status, Object value) {
        return new ConsoleResponse(status, Map.of(TYPE, "application/json"), ConsoleJson.text(value), false);
    }

    static ConsoleResponse text(String type, String body) {
        return new ConsoleResponse(200, Map.of(TYPE, type), body, false);
    }

    static ConsoleResponse bytes(String type, byte[] body) {
        return new ConsoleResponse(200, Map.of(TYPE, type), Base64.getEncoder().encodeToString(body), true);
    }

    static ConsoleResponse noContent() {
        return new ConsoleResponse(204, Map.of(), "", false);
    }

    static ConsoleResponse problem(ProblemException problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:pickup:problem:" + problem.code());
        document.put("title", title(problem.code()));
        document.put("status", problem.status());
        document.put("detail", String.valueOf(problem.getMessage()));
        document.put("code", problem.code());
        if (!problem.errors().isEmpty()) {
            document.put("errors", problem.errors());
        }
        return new ConsoleResponse(
                problem.status(), Map.of(TYPE, "application/problem+json"), ConsoleJson.text(document), false);
    }

    ConsoleResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ConsoleResponse(status, more, body, binary);
    }

    APIGatewayV2HTTPResponse toGateway() {
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
