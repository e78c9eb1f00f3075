package dev.pickup.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/// An HTTP request, read once.
///
/// @param path    raw, still percent-encoded
/// @param query   decoded
/// @param headers by lower-case name, without cookies
record IncomingRequest(
        Request source,
        String method,
        String path,
        String rawQuery,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        List<String> cookies) {
    /// What API requests and webhooks may carry. Chosen: the largest body of ours, an agent, is under 100 KB.
    static final int LONGEST_BODY_BYTES = 1 << 20;

    static IncomingRequest of(Request request) {
        String rawQuery = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
        Map<String, List<String>> headers = request.getHeaders().stream()
                .filter(field -> field.getHeader() != HttpHeader.COOKIE)
                .collect(Collectors.groupingBy(
                        field -> field.getName().toLowerCase(Locale.ROOT),
                        LinkedHashMap::new,
                        Collectors.mapping(IncomingRequest::value, Collectors.toList())));
        return new IncomingRequest(
                request,
                request.getMethod(),
                Optional.ofNullable(request.getHttpURI().getPath()).orElse("/"),
                rawQuery,
                decode(rawQuery),
                headers,
                request.getHeaders().getValuesList(HttpHeader.COOKIE).stream()
                        .flatMap(line -> List.of(line.split(";\\s*")).stream())
                        .toList());
    }

    Optional<String> header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
    }

    /// Lower-case, without parameters; empty for none.
    String mediaType() {
        return header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /// The token of `Authorization: Bearer …`.
    Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    /// The whole body; empty when it is longer than [#LONGEST_BODY_BYTES].
    Optional<byte[]> readBody() throws IOException {
        if (source.getLength() > LONGEST_BODY_BYTES) {
            return Optional.empty();
        }
        InputStream in = Request.asInputStream(source);
        byte[] body = in.readNBytes(LONGEST_BODY_BYTES + 1);
        return body.length > LONGEST_BODY_BYTES ? Optional.empty() : Optional.of(body);
    }

    private static String value(HttpField field) {
        return Optional.ofNullable(field.getValue()).orElse("");
    }

    private static Map<String, List<String>> decode(String rawQuery) {
        Fields fields = new Fields(true);
        UrlEncoded.decodeTo(rawQuery, fields::add, UTF_8);
        return fields.stream()
                .collect(Collectors.toMap(
                        Fields.Field::getName, Fields.Field::getValues, (a, b) -> a, LinkedHashMap::new));
    }
}
