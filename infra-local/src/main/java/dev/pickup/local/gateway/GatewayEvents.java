package dev.pickup.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;

/// Between HTTP and the events of API Gateway, payload format 2.0. Pure but for the request id.
///
/// Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs".
final class GatewayEvents {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private GatewayEvents() {}

    /// @param claims of the access token; empty when the route needs none
    static APIGatewayV2HTTPEvent event(
            IncomingRequest request,
            String routeKey,
            Map<String, String> pathParameters,
            Map<String, String> claims,
            byte[] body,
            Instant now) {
        Optional<String> text = text(request, body);
        var event = APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(routeKey)
                .withRawPath(request.path())
                .withRawQueryString(request.rawQuery())
                .withHeaders(joined(request.headers()))
                .withIsBase64Encoded(body.length > 0 && text.isEmpty())
                .withRequestContext(context(request, routeKey, claims, now));
        if (!request.cookies().isEmpty()) {
            event.withCookies(request.cookies());
        }
        if (!request.query().isEmpty()) {
            event.withQueryStringParameters(joined(request.query()));
        }
        if (!pathParameters.isEmpty()) {
            event.withPathParameters(new LinkedHashMap<>(pathParameters));
        }
        if (body.length > 0) {
            event.withBody(text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
        }
        return event.build();
    }

    static Answer answer(APIGatewayV2HTTPResponse response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        if (response.getHeaders() != null) {
            response.getHeaders().forEach((name, value) -> headers.put(name, List.of(value)));
        }
        if (response.getMultiValueHeaders() != null) {
            response.getMultiValueHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        }
        if (response.getCookies() != null && !response.getCookies().isEmpty()) {
            headers.put("Set-Cookie", List.copyOf(response.getCookies()));
        }
        return new Answer(response.getStatusCode(), headers, body(response));
    }

    static byte[] body(APIGatewayV2HTTPResponse response) {
        String body = Optional.ofNullable(response.getBody()).orElse("");
        return response.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
    }

    /// As text when its media type says so and it is UTF-8; API Gateway sends everything else as base64, forms too.
    private static Optional<String> text(IncomingRequest request, byte[] body) {
        String type = request.mediaType();
        boolean isText = type.startsWith("text/")
                || type.endsWith("json")
                || type.endsWith("xml")
                || type.equals("application/javascript");
        if (!isText) {
            return Optional.empty();
        }
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static RequestContext context(
            IncomingRequest request, String routeKey, Map<String, String> claims, Instant now) {
        Request source = request.source();
        var context = RequestContext.builder()
                .withAccountId("000000000000")
                .withApiId("local")
                .withDomainName(Request.getServerName(source))
                .withRouteKey(routeKey)
                .withStage("$default")
                .withRequestId(UUID.randomUUID().toString())
                .withTime(TIME.format(now))
                .withTimeEpoch(now.toEpochMilli())
                .withHttp(RequestContext.Http.builder()
                        .withMethod(request.method())
                        .withPath(request.path())
                        .withProtocol(
                                source.getConnectionMetaData().getHttpVersion().asString())
                        .withSourceIp(Request.getRemoteAddr(source))
                        .withUserAgent(request.header("user-agent").orElse(""))
                        .build());
        if (!claims.isEmpty()) {
            context.withAuthorizer(authorizer(claims));
        }
        return context.build();
    }

    private static RequestContext.Authorizer authorizer(Map<String, String> claims) {
        return RequestContext.Authorizer.builder()
                .withJwt(RequestContext.Authorizer.JWT
                        .builder()
                        .withClaims(new LinkedHashMap<>(claims))
                        .build())
                .build();
    }

    private static Map<String, String> joined(Map<String, List<String>> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> String.join(",", entry.getValue()),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }
}
