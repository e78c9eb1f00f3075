package dev.pickup.local.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.call.CallId;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.local.issuer.LocalIssuer;
import dev.pickup.local.issuer.Role;
import dev.pickup.local.stack.LocalStack;
import dev.pickup.local.stack.StackProgress;
import dev.pickup.local.stack.StackSettings;
import dev.pickup.media.EnginesChoice;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;

/// The whole product in this JVM, on a folder of the test's, and what a client of its API can ask.
final class RunningProduct implements AutoCloseable {
    static final String DEMO_NUMBER = "+18779732766";
    static final String CALLER = "+14155550142";

    /// A number of the demo account that drives no agent.
    private static final String UNUSED_NUMBER = "+13035550133";

    /// A test of a number places a call; the rest is for a busy machine.
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(1);

    private static final Duration LONGEST_CALL = Duration.ofMinutes(3);
    private static final Duration FINALIZED_WITHIN = Duration.ofMinutes(1);
    private static final AccountId DEMO = new AccountId("acc_demo");
    private static final JsonMapper JSON = new JsonMapper();

    private final LocalStack stack;
    private final Path data;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningProduct(LocalStack stack, Path data) {
        this.stack = stack;
        this.data = data;
    }

    /// No recognition, no synthesis: text beside silence.
    static RunningProduct scripted(Path data) {
        return with(StackSettings.at(0, data, data.resolve("models")).withEngines(EnginesChoice.SCRIPTED));
    }

    /// The same, after one call to a number that drives no agent, which is not charged: the path of a webhook is
    /// loaded and compiled, as it is on any
    /// product that has been up for a minute. For tests of many calls in the same second.
    static RunningProduct warm(Path data) {
        RunningProduct product = scripted(data);
        product.finalized(product.place(new OutsideCall(CALLER, UNUSED_NUMBER, CallerScript.saying("Hello?"))));
        return product;
    }

    static RunningProduct with(StackSettings settings) {
        return new RunningProduct(LocalStack.start(settings, StackProgress.silent()), settings.dataFolder());
    }

    URI baseUrl() {
        return stack.baseUrl();
    }

    Path recording(String key) {
        return data.resolve("recordings").resolve(key);
    }

    SimulatedCall place(CallerScript script) {
        return place(script, FaultScript.none());
    }

    SimulatedCall place(CallerScript script, FaultScript faults) {
        return place(new OutsideCall(CALLER, DEMO_NUMBER, script, faults));
    }

    SimulatedCall place(OutsideCall call) {
        return stack.exchange().orElseThrow().place(call);
    }

    /// The record of a call, once it is over and finalized.
    JsonNode finalized(SimulatedCall call) {
        return finalized(callId(call.await(LONGEST_CALL)));
    }

    JsonNode finalized(String callId) {
        return await("the finalization of " + callId)
                .atMost(FINALIZED_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> call(callId), call -> call.path("status").asText().equals("FINALIZED"));
    }

    static String callId(CallReport report) {
        return CallId.of(CarrierName.TELNYX, report.callLegId().orElseThrow()).value();
    }

    JsonNode call(String callId) {
        return get("/api/calls/" + callId);
    }

    JsonNode calls() {
        return get("/api/calls?limit=100");
    }

    /// This month's usage.
    JsonNode usage() {
        return get("/api/usage?month=" + YearMonth.now(ZoneOffset.UTC));
    }

    /// Waits until billing has counted this many calls; there are never more.
    JsonNode usageOf(long calls) {
        return await("usage of " + calls + " calls")
                .atMost(FINALIZED_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(this::usage, usage -> usage.path("calls").asLong() >= calls);
    }

    JsonNode get(String path) {
        HttpResponse<String> response = send(authorized(path));
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> post(String path, Map<String, ?> body) {
        return send(authorized(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
    }

    HttpRequest.Builder authorized(String path) {
        String token = stack.tokens().accessToken(DEMO, Role.OWNER, LocalIssuer.USUAL_LIFETIME);
        return request(path).header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(baseUrl().resolve(path)).timeout(ANSWERED_WITHIN);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stack.close();
        http.close();
    }
}
