package dev.pickup.simulators.twilio.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.twilio.rest.TwilioProblem;
import dev.pickup.simulators.twilio.rest.TwilioRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The script of what goes wrong: each fault waits for the requests it is meant for. Any thread.
public final class RestFaults {
    private static final Set<String> FIELDS = Set.of("method", "path", "times", "fault", "value");

    private static final class Waiting {
        private final String method;
        private final String path;
        private final RestFault fault;
        private int times;

        Waiting(String method, String path, int times, RestFault fault) {
            this.method = method;
            this.path = path;
            this.times = times;
            this.fault = fault;
        }

        boolean meets(TwilioRequest request) {
            return (method.equals("*") || method.equals(request.method()))
                    && request.path().contains(path);
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();

    /// @param method of the request, or `*`
    /// @param path   what the request's path contains
    /// @param times  how many requests it happens to
    public synchronized void add(String method, String path, int times, RestFault fault) {
        if (times < 1) {
            throw new IllegalArgumentException("A fault happens once at least.");
        }
        waiting.add(new Waiting(method, path, times, fault));
    }

    /// `{"method": "POST", "path": "/IncomingPhoneNumbers", "times": 1, "fault": "answer-lost", "value": 0}`;
    /// faults are `answer-lost` (value: ms), `fails`, `fails-afterwards` (value: status), `slow` (value: ms),
    /// `rate-limited`.
    ///
    /// @throws IllegalArgumentException it is not understood, in one sentence
    public void add(JsonNode json) {
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("There is no field '" + name + "'.");
            }
        });
        int value = json.path("value").asInt(0);
        RestFault fault = switch (json.path("fault").asText()) {
            case "answer-lost" -> new RestFault.AnswerLost(value);
            case "fails" -> new RestFault.Fails(value == 0 ? 500 : value);
            case "fails-afterwards" -> new RestFault.FailsAfterwards(value == 0 ? 500 : value);
            case "slow" -> new RestFault.Slow(value);
            case "rate-limited" -> new RestFault.RateLimited();
            default ->
                throw new IllegalArgumentException(
                        "There is no fault '" + json.path("fault").asText() + "'.");
        };
        add(
                json.path("method").asText("*"),
                json.path("path").asText(""),
                json.path("times").asInt(1),
                fault);
    }

    /// Forgets what has not happened yet.
    public synchronized void clear() {
        waiting.clear();
    }

    /// Carries out `action`, or what the script says instead.
    public HttpReply around(TwilioRequest request, Supplier<HttpReply> action) {
        Optional<RestFault> fault = take(request);
        return fault.isEmpty() ? action.get() : spoilt(fault.get(), action);
    }

    private static HttpReply spoilt(RestFault fault, Supplier<HttpReply> action) {
        return switch (fault) {
            case RestFault.AnswerLost(long holdMs) -> action.get().lostAfter(Duration.ofMillis(holdMs));
            case RestFault.Fails(int status) -> throw broken(status);
            case RestFault.FailsAfterwards(int status) ->
                Optional.of(action.get()).map(_ -> broken(status).toReply()).orElseThrow();
            case RestFault.Slow(long ms) -> {
                HttpReply done = action.get();
                pause(Duration.ofMillis(ms));
                yield done;
            }
            case RestFault.RateLimited _ -> throw TwilioProblem.tooManyRequests();
        };
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static TwilioProblem broken(int status) {
        return new TwilioProblem(status, status == 503 ? 20503 : 20500, "Internal Server Error");
    }

    private synchronized Optional<RestFault> take(TwilioRequest request) {
        for (Waiting entry : waiting) {
            if (entry.meets(request)) {
                entry.times--;
                waiting.removeIf(w -> w.times == 0);
                return Optional.of(entry.fault);
            }
        }
        return Optional.empty();
    }
}
