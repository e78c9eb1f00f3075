package dev.pickup.simulators.twilio.rest;

import com.sun.net.httpserver.HttpExchange;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.rest.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The carrier's REST APIs, all its hosts at one port. Any thread.
///
/// @param largestBody bytes; a larger one is refused
public record TwilioEntrance(Handler handler, int largestBody) implements LoopbackServer.Handler {
    /// Names the host that a client meant, when one server stands in for `api.`, `messaging.`, `trunking.` and others,
    /// whose paths overlap. Without it the path decides.
    public static final String HOST_HEADER = "X-Twilio-Host";

    /// Answers a request, or throws [TwilioProblem].
    @FunctionalInterface
    public interface Handler {
        HttpReply answer(TwilioRequest request);
    }

    private static final Logger LOG = LoggerFactory.getLogger(TwilioEntrance.class);

    @Override
    public HttpReply answer(HttpExchange exchange) {
        try {
            return handler.answer(request(exchange));
        } catch (TwilioProblem problem) {
            return problem.toReply();
        } catch (RuntimeException e) {
            LOG.error("The simulated account could not answer a request", e);
            return new TwilioProblem(500, 20500, "Internal Server Error").toReply();
        }
    }

    private TwilioRequest request(HttpExchange exchange) {
        String[] basic = basic(header(exchange, "Authorization")).split(":", 2);
        return new TwilioRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Form.parse(Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                        .orElse("")),
                header(exchange, HOST_HEADER).toLowerCase(Locale.ROOT),
                basic.length == 2 ? Optional.of(basic[0]) : Optional.empty(),
                basic.length == 2 ? basic[1] : "",
                header(exchange, "Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                () -> body(exchange, largestBody));
    }

    private static byte[] body(HttpExchange exchange, int largest) throws IOException {
        return LoopbackServer.body(exchange, largest)
                .orElseThrow(() -> new TwilioProblem(413, 20413, "Request Entity Too Large"));
    }

    /// User and password; empty when the header is no proper HTTP Basic.
    private static String basic(String header) {
        if (!header.startsWith("Basic ")) {
            return "";
        }
        try {
            return new String(
                    Base64.getDecoder()
                            .decode(header.substring("Basic ".length()).strip()),
                    StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static String header(HttpExchange exchange, String name) {
        @Nullable String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
