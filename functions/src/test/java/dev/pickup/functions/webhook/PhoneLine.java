package dev.pickup.functions.webhook;

import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallState;
import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.functions.MediaDoor;
import dev.pickup.functions.NoCustomers;
import dev.pickup.functions.TestAccount;
import dev.pickup.functions.runtime.FunctionSettings;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.OwnCarrier;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.TelnyxExchangeSettings;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import dev.pickup.simulators.telnyx.call.OutsideParty;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The webhook function behind a simulated exchange, over real sockets, with a number of its own.
final class PhoneLine implements AutoCloseable {
    static final String FALLBACK = "+13125550777";
    private static final String KEY = "KEY0123456789abcdef";
    private static final String APPLICATION = "1684641123236054244";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    final TestAccount account = TestAccount.fresh();
    final MediaDoor media = new MediaDoor();
    final List<Integer> statuses = new CopyOnWriteArrayList<>();
    final List<String> counted = new CopyOnWriteArrayList<>();
    final FunctionsWiring wiring;
    private final TelnyxExchange exchange;
    private final HttpServer front;
    private final HttpClient http = HttpClient.newHttpClient();
    private final TelnyxVoiceHandler handler;

    PhoneLine(DynamoDbClient database) {
        front = server();
        URI webhooks = URI.create("http://127.0.0.1:" + front.getAddress().getPort() + "/webhooks/telnyx/voice");
        exchange = TelnyxExchange.start(TelnyxExchangeSettings.of(carrierAccount(webhooks))
                .withAnnouncer(_ -> tone(Duration.ofMillis(400)))
                .withParties(new OutsideParty(
                        FALLBACK, new OutsideParty.Manner.Answers(Duration.ofMillis(100), patient()))));
        wiring = new FunctionsWiring(new FunctionSettings(
                database,
                events -> {},
                OwnCarrier.telnyx(
                        TelnyxSettings.of(exchange.apiBase(), KEY), http, exchange.publicKey(), media.publicBase()),
                NoCustomers.get(),
                media.publicBase(),
                (name, reason) -> counted.add(name + ":" + reason),
                Clock.systemUTC(),
                new SecureRandom()));
        handler = new TelnyxVoiceHandler(wiring);
        front.createContext("/webhooks/telnyx/voice", this::serve);
        front.setExecutor(Executors.newVirtualThreadPerTaskExecutor()); // as Lambda: several at once
        front.start();
    }

    static CallerScript patient() {
        return CallerScript.of().withAfterLastStep(CallerScript.AfterLastStep.WAIT_FOR_AGENT);
    }

    SimulatedCall place(Fault... faults) {
        return place(patient(), faults);
    }

    SimulatedCall place(CallerScript script, Fault... faults) {
        return exchange.place(new OutsideCall("+13125550100", account.number().e164(), script, FaultScript.of(faults)));
    }

    CallId idOf(SimulatedCall call) {
        await().atMost(LIMIT).until(() -> call.report().callLegId().isPresent());
        return CallId.of(CarrierName.TELNYX, call.report().callLegId().orElseThrow());
    }

    Call awaitState(CallId id, CallState state) {
        await().atMost(LIMIT)
                .until(() -> wiring.calls().find(id).map(Call::state).equals(Optional.of(state)));
        return wiring.calls().find(id).orElseThrow();
    }

    /// All webhooks so far were dealt with: none is being retried.
    void awaitStatuses(int count) {
        await().atMost(LIMIT).until(() -> statuses.size() >= count);
    }

    @Override
    public void close() {
        exchange.close();
        front.stop(0);
        media.close();
        http.close();
    }

    APIGatewayV2HTTPResponse deliver(Map<String, String> headers, String body, boolean base64) {
        return handler.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withHeaders(headers)
                        .withBody(body)
                        .withIsBase64Encoded(base64)
                        .build(),
                null);
    }

    private void serve(HttpExchange request) throws IOException {
        byte[] body = request.getRequestBody().readAllBytes();
        Map<String, String> headers = request.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst()));
        boolean base64 = statuses.size() % 2 == 0; // the gateway may do either
        String text = base64 ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8);
        int status = deliver(headers, text, base64).getStatusCode();
        statuses.add(status);
        request.sendResponseHeaders(status, -1);
        request.close();
    }

    private SeededAccount carrierAccount(URI webhooks) {
        return new SeededAccount(
                KEY,
                List.of(new SeededAccount.OwnedNumber(
                        "1293384261075731499", account.number().e164(), APPLICATION)),
                List.of(new SeededAccount.Application(APPLICATION, "Pickup", webhooks.toString())));
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pcm tone(Duration length) {
        short[] samples = new short[(int) length.toMillis() * Pcm.SAMPLES_PER_MS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * 440 * i / Pcm.SAMPLE_RATE_HZ));
        }
        return Pcm.of(samples);
    }
}
