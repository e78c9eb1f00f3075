package dev.pickup.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.local.gateway.openapi.Problem;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// A response that is ready to be written. Immutable: the bytes are not changed by anybody.
final class Answer {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROBLEM_TYPE = "application/problem+json";

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    Answer(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    static Answer json(int status, Object value) {
        return new Answer(status, Map.of("Content-Type", List.of("application/json")), bytes(value));
    }

    /// RFC 9457 problem details.
    static Answer problem(int status, String code, String title, String detail) {
        return problem(status, code, title, detail, List.of());
    }

    static Answer problem(int status, String code, String title, String detail, List<Problem> errors) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:pickup:problem:" + code);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        document.put("code", code);
        if (!errors.isEmpty()) {
            document.put("errors", errors);
        }
        return new Answer(status, Map.of("Content-Type", List.of(PROBLEM_TYPE)), bytes(document));
    }

    Answer with(String header, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        more.put(header, List.of(value));
        return new Answer(status, more, body);
    }

    int status() {
        return status;
    }

    void write(Response response, Callback callback) {
        response.setStatus(status);
        headers.forEach(
                (name, values) -> values.forEach(value -> response.getHeaders().add(name, value)));
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsString(value).getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
