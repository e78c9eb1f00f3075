package dev.pickup.simulators.telnyx.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import java.util.List;
import java.util.Map;

/// The carrier refuses: an HTTP status and a body with one entry for each thing that is wrong.
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// One thing that is wrong.
    ///
    /// @param source where: a JSON pointer into the body, which begins with a slash, or the name of a query
    /// parameter; empty when the fault is in neither
    public record Entry(ErrorCode code, String detail, String source) {}

    private final transient List<Entry> entries;
    private final transient Map<String, String> headers;

    public ApiProblem(ErrorCode code, String detail) {
        this(List.of(new Entry(code, detail, "")), Map.of());
    }

    public ApiProblem(ErrorCode code, String detail, String source) {
        this(List.of(new Entry(code, detail, source)), Map.of());
    }

    public ApiProblem(List<Entry> entries, Map<String, String> headers) {
        super(entries.getFirst().detail());
        this.entries = List.copyOf(entries);
        this.headers = Map.copyOf(headers);
    }

    /// What does not exist, or belongs to somebody else.
    public static ApiProblem notFound() {
        return new ApiProblem(ErrorCode.NOT_FOUND, "The requested resource or URL could not be found.");
    }

    /// The answer that says so.
    public HttpReply toReply() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode errors = body.putArray("errors");
        for (Entry entry : entries) {
            ErrorCode code = entry.code();
            ObjectNode error = errors.addObject();
            error.put("code", code.code()).put("title", code.title()).put("detail", entry.detail());
            if (!entry.source().isEmpty()) {
                String kind = entry.source().startsWith("/") ? "pointer" : "parameter";
                error.putObject("source").put(kind, entry.source());
            }
            error.putObject("meta").put("url", "https://developers.telnyx.com/docs/overview/errors/" + code.code());
        }
        return HttpReply.json(entries.getFirst().code().status(), body).withHeaders(headers);
    }
}
