package dev.pickup.simulators.telnyx.rest;

import dev.pickup.simulators.rest.HttpReply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which path leads where. Immutable once served.
public final class Routes {
    /// Answers a request, or throws [ApiProblem].
    @FunctionalInterface
    public interface Handler {
        HttpReply answer(RestRequest request);
    }

    private record Route(String name, String method, List<String> pattern, Handler handler) {}

    record Match(String route, Handler handler, Map<String, String> segments) {}

    private final List<Route> routes = new ArrayList<>();

    /// @param pattern such as `/phone_numbers/{id}`
    public Routes add(String method, String pattern, Handler handler) {
        String name = method + " " + pattern;
        routes.add(new Route(name, method, List.of(pattern.substring(1).split("/")), handler));
        return this;
    }

    public Routes addAll(Routes other) {
        routes.addAll(other.routes);
        return this;
    }

    /// @param rawPath percent-encoded, relative to the routes
    Optional<Match> find(String method, String rawPath) {
        List<String> path = List.of((rawPath.startsWith("/") ? rawPath.substring(1) : rawPath).split("/"));
        return routes.stream()
                .filter(r -> r.method().equals(method))
                .flatMap(r -> match(r, path).stream())
                .findFirst();
    }

    private static Optional<Match> match(Route route, List<String> path) {
        if (route.pattern().size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> segments = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String wanted = route.pattern().get(i);
            if (wanted.startsWith("{")) {
                segments.put(wanted.substring(1, wanted.length() - 1), decoded(path.get(i)));
            } else if (!wanted.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(route.name(), route.handler(), segments));
    }

    /// A plus sign in a path is a plus sign.
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
