package dev.pickup.simulators.telnyx.account;

import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.Gate;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What every request of the API passes: key, rate limit, standing of the account, permission of the key, and the
/// faults of the account's script. Any thread.
public final class AccountGate implements Gate {
    private final Accounts accounts;
    private final ExchangeLoop loop;
    private final RateLimit limit;
    private final Clock clock;
    private final Map<String, RateWindow> windows = new ConcurrentHashMap<>();

    public AccountGate(Accounts accounts, ExchangeLoop loop, RateLimit limit, Clock clock) {
        this.accounts = accounts;
        this.loop = loop;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public HttpReply pass(RestRequest request, Routes.Handler handler) {
        CarrierAccount account = accounts.authenticate(request);
        String key = request.apiKey().orElseThrow();
        Map<String, String> headers = windows.computeIfAbsent(key, _ -> new RateWindow(limit, clock.instant()))
                .count(clock.instant());
        return answer(account, key, request, handler).withHeaders(headers);
    }

    private HttpReply answer(CarrierAccount account, String key, RestRequest request, Routes.Handler handler) {
        try {
            account.standing().admit();
            if (!account.allows(key, Permission.of(request.route()))) {
                throw new ApiProblem(
                        ErrorCode.NOT_AUTHORIZED, "You are not authorized to access the requested resource.");
            }
            Optional<Fault.OfRequest> fault = account.faults()
                    .next(
                            Fault.OfRequest.class,
                            f -> f.request().equals(Fault.ANY) || f.request().equals(request.route()));
            return fault.isPresent() ? spoilt(fault.get(), request, handler) : handler.answer(request);
        } catch (ApiProblem problem) {
            return problem.toReply();
        }
    }

    private HttpReply spoilt(Fault.OfRequest fault, RestRequest request, Routes.Handler handler) {
        return switch (fault) {
            case Fault.RequestAnswerLost lost ->
                handler.answer(request).lostAfter(loop.onTheWall(Duration.ofMillis(lost.holdMs())));
            case Fault.RequestFails fails -> failure(fails.status());
            case Fault.RequestDoneButFails fails -> {
                handler.answer(request);
                yield failure(fails.status());
            }
            case Fault.RequestSlow slow -> {
                rest(Duration.ofMillis(slow.ms()));
                yield handler.answer(request);
            }
            case Fault.RequestRateLimited limited -> throw RateWindow.tooMany(limit.requests(), limited.resetSeconds());
            case Fault.RequestTooEarly _ ->
                throw new ApiProblem(
                        ErrorCode.BUSY_WITH_RESOURCE, "The resource is being processed. Please try again later.");
        };
    }

    private static HttpReply failure(int status) {
        ApiProblem problem = new ApiProblem(
                List.of(new ApiProblem.Entry(
                        ErrorCode.UNEXPECTED, "An unexpected error occurred. Please try again.", "")),
                Map.of());
        return problem.toReply().withStatus(status);
    }

    private void rest(Duration length) {
        try {
            Thread.sleep(loop.onTheWall(length));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
