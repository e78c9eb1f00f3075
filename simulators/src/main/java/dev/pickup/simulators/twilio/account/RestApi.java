package dev.pickup.simulators.twilio.account;

import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.twilio.account.TwilioAccounts.Caller;
import dev.pickup.simulators.twilio.fault.RestFaults;
import dev.pickup.simulators.twilio.rest.TwilioEntrance;
import dev.pickup.simulators.twilio.rest.TwilioProblem;
import dev.pickup.simulators.twilio.rest.TwilioRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// How a request finds its way: credentials, permission, limit, fault script, resource. In this order.
public final class RestApi implements TwilioEntrance.Handler {
    /// The permission of resources that only the auth token or a main key opens.
    static final String MAIN_ONLY = "main";

    /// Answers a request that may be made.
    @FunctionalInterface
    public interface Action {
        HttpReply answer(RestCall call);
    }

    /// @param host first label of the host that serves it
    private record Route(String host, String method, List<String> pattern, String permission, Action action) {}

    private record Match(Route route, Map<String, String> segments) {}

    private final TwilioAccounts accounts;
    private final RestFaults faults;
    private final List<Route> routes = new ArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();

    RestApi(TwilioAccounts accounts, RestFaults faults) {
        this.accounts = accounts;
        this.faults = faults;
    }

    /// Everything but calls, which belong to whoever connects them.
    public static RestApi ofAccounts(TwilioAccounts accounts, RestFaults faults) {
        RestApi api = new RestApi(accounts, faults);
        AccountRoutes.addTo(api);
        NumberRoutes.addTo(api);
        ApplicationRoutes.addTo(api);
        PoolRoutes.addTo(api);
        MessageRoutes.addTo(api);
        return api;
    }

    /// @param pattern    such as `/2010-04-01/Accounts/{account}/Calls/{sid}.json`
    /// @param permission what a restricted key needs, such as `twilio/voice/calls/read`
    public RestApi add(String host, String method, String pattern, String permission, Action action) {
        routes.add(new Route(host, method, List.of(pattern.substring(1).split("/")), permission, action));
        return this;
    }

    @Override
    public HttpReply answer(TwilioRequest request) {
        long began = System.nanoTime();
        int atOnce = inFlight.incrementAndGet();
        try {
            return signed(admitted(request), began, atOnce);
        } catch (TwilioProblem problem) {
            return signed(problem.toReply(), began, atOnce);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    /// With the headers that every answer has.
    private static HttpReply signed(HttpReply reply, long began, int atOnce) {
        double seconds = (System.nanoTime() - began) / 1e9;
        return reply.withHeaders(Map.of(
                "Twilio-Request-Id", "RQ" + UUID.randomUUID().toString().replace("-", ""),
                "Twilio-Request-Duration", String.format(Locale.ROOT, "%.3f", seconds),
                "Twilio-Concurrent-Requests", Integer.toString(atOnce)));
    }

    private HttpReply admitted(TwilioRequest request) {
        Caller caller = accounts.authenticate(request);
        Match match = find(request);
        permit(caller, match.route().permission());
        TwilioAccount account = account(caller, match);
        Semaphore limit = account.concurrency();
        if (!limit.tryAcquire()) {
            throw TwilioProblem.tooManyRequests();
        }
        try {
            return faults.around(
                    request, () -> match.route().action().answer(new RestCall(request, account, match.segments())));
        } finally {
            limit.release();
        }
    }

    /// A suspended account shows itself to whoever has its token, and nothing else.
    private static void permit(Caller caller, String permission) {
        boolean main = caller.access() instanceof ApiKey.Access.Main;
        if (permission.equals(MAIN_ONLY)) {
            if (!main) {
                throw TwilioProblem.authenticate();
            }
            return;
        }
        if (!caller.account().status().equals("active")) {
            throw new TwilioProblem(403, 20005, "Account not active");
        }
        if (caller.access() instanceof ApiKey.Access.Restricted(var allow) && !allow.contains("/" + permission)) {
            throw TwilioProblem.missingPermission(permission);
        }
    }

    /// The account in the path, which is the caller's own; hosts without one in the path mean the caller's.
    private static TwilioAccount account(Caller caller, Match match) {
        String named = match.segments().getOrDefault("account", caller.account().sid());
        if (!named.equals(caller.account().sid())) {
            throw TwilioProblem.authenticate();
        }
        return caller.account();
    }

    private Match find(TwilioRequest request) {
        List<String> path = List.of(request.path().substring(1).split("/"));
        Optional<Match> other = Optional.empty();
        for (Route route : routes) {
            Optional<Match> match = match(route, path, request.host());
            if (match.isPresent() && route.method().equals(request.method())) {
                return match.get();
            }
            other = other.or(() -> match);
        }
        if (other.isPresent()) {
            throw new TwilioProblem(405, 20004, "Method not allowed");
        }
        throw TwilioProblem.notFound(request.path());
    }

    private static Optional<Match> match(Route route, List<String> path, String host) {
        boolean here = host.isEmpty() || host.startsWith(route.host() + ".");
        if (!here || route.pattern().size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> segments = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String wanted = route.pattern().get(i);
            String given = URLDecoder.decode(path.get(i).replace("+", "%2B"), StandardCharsets.UTF_8);
            if (!wanted.startsWith("{")) {
                if (!wanted.equals(given)) {
                    return Optional.empty();
                }
                continue;
            }
            String ending = wanted.substring(wanted.indexOf('}') + 1);
            if (!given.endsWith(ending) || (ending.isEmpty() && given.contains(".json"))) {
                return Optional.empty();
            }
            segments.put(
                    wanted.substring(1, wanted.indexOf('}')), given.substring(0, given.length() - ending.length()));
        }
        return Optional.of(new Match(route, segments));
    }
}
