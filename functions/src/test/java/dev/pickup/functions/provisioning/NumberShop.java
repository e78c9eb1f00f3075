package dev.pickup.functions.provisioning;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pickup.core.account.Account;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.Console;
import dev.pickup.functions.Console.Answer;
import dev.pickup.functions.NoCustomers;
import dev.pickup.functions.TestDatabase;
import dev.pickup.functions.runtime.FunctionSettings;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.OwnCarrier;
import dev.pickup.functions.runtime.api.ApiRoutes;
import dev.pickup.simulators.telnyx.RestSettings;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.TelnyxExchangeSettings;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import dev.pickup.simulators.telnyx.order.OrderTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A customer who buys numbers over the API, at a simulated carrier that tells of its orders by webhooks.
final class NumberShop implements AutoCloseable {
    static final String AVAILABLE = "GET /api/telephony/managed/available-numbers";
    static final String PURCHASE = "POST /api/telephony/managed/purchase-number";
    static final String RELEASE = "DELETE /api/telephony/numbers/{e164}";
    private static final String KEY = "KEY_shop";
    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    final AccountId account = TestDatabase.newAccount();
    final List<Integer> webhookAnswers = new CopyOnWriteArrayList<>();
    final List<String> counted = new CopyOnWriteArrayList<>();
    final FunctionsWiring wiring;
    final Console owner;
    final TelnyxExchange exchange;
    private final DynamoDbClient database;
    private final URI base;
    private final HttpServer front;
    private final HttpClient http = HttpClient.newHttpClient();
    private final TelnyxOrdersHandler orders;

    private NumberShop(DynamoDbClient database, OrderTime time, SeededAccount seed, int limit) {
        front = server();
        URI base = URI.create("http://127.0.0.1:" + front.getAddress().getPort());
        exchange =
                TelnyxExchange.start(TelnyxExchangeSettings.of(seed.withOrderWebhook(base + "/webhooks/telnyx/orders"))
                        .withRest(RestSettings.usual().withOrderTime(time)));
        this.database = database;
        this.base = base;
        wiring = at(Clock.systemUTC());
        orders = new TelnyxOrdersHandler(wiring);
        front.createContext("/webhooks/telnyx/orders", this::serve);
        front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        front.start();
        wiring.accounts()
                .create(new Account(
                        account,
                        "Alder Dental",
                        10,
                        limit,
                        Optional.empty(),
                        Account.Status.ACTIVE,
                        wiring.clock().instant(),
                        1));
        owner = Console.owner(api(), account);
    }

    /// In good standing, with orders that take no time.
    static NumberShop open(DynamoDbClient database) {
        return new NumberShop(database, OrderTime.none(), seed(), Account.USUAL_NUMBERS);
    }

    static NumberShop open(DynamoDbClient database, OrderTime time) {
        return new NumberShop(database, time, seed(), Account.USUAL_NUMBERS);
    }

    static NumberShop open(DynamoDbClient database, SeededAccount seed, int limit) {
        return new NumberShop(database, OrderTime.none(), seed, limit);
    }

    static SeededAccount seed() {
        return new SeededAccount(KEY, List.of(), List.of());
    }

    /// The same parts at another time.
    FunctionsWiring at(Clock clock) {
        return new FunctionsWiring(new FunctionSettings(
                database,
                events -> {},
                OwnCarrier.telnyx(TelnyxSettings.of(exchange.apiBase(), KEY), http, exchange.publicKey(), base),
                NoCustomers.get(),
                base,
                (name, reason) -> counted.add(name + ":" + reason),
                clock,
                new SecureRandom()));
    }

    /// The provisioning function's routes, for requests of its own tests.
    ApiRoutes api() {
        return ProvisioningApi.of(ProvisioningParts.of(wiring));
    }

    /// Owners of other accounts.
    Console stranger(AccountId other) {
        return Console.owner(api(), other);
    }

    void goesWrong(Fault... faults) {
        exchange.account(KEY).faults().begin(FaultScript.of(faults));
    }

    boolean carrierHas(String number) {
        return exchange.account(KEY).number(number).isPresent();
    }

    JsonNode carriersNumber(String number) {
        return exchange.account(KEY).number(number).orElseThrow();
    }

    /// One that no test before has taken: they all share a database.
    String someNumber(String... filters) {
        Map<String, String> details = new HashMap<>(Map.of("?limit", "100"));
        for (int i = 0; i < filters.length; i += 2) {
            details.put("?" + filters[i], filters[i + 1]);
        }
        JsonNode rows = owner.ask(AVAILABLE, details).json().path("items");
        return rows.findValuesAsText("phoneNumber").stream()
                .filter(TAKEN::add)
                .findFirst()
                .orElseThrow();
    }

    Answer buy(String key, String number) {
        return owner.ask(
                PURCHASE,
                Map.of(":idempotency-key", key),
                "{\"phoneNumber\": \"" + number + "\", \"label\": \"desk\"}");
    }

    Answer release(String number) {
        return owner.ask(RELEASE, Map.of("e164", number));
    }

    /// As the dashboard shows it.
    Optional<JsonNode> shown(String number) {
        return wiring.numbers()
                .find(account, new PhoneNumber(number))
                .map(did -> owner.read(dev.pickup.functions.runtime.api.NumberView.of(
                        did, did.purchase().flatMap(p -> wiring.numberOrders().find(account, p.order())))));
    }

    APIGatewayV2HTTPResponse webhook(Map<String, String> headers, String body) {
        return orders.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withHeaders(headers)
                        .withBody(body)
                        .build(),
                null);
    }

    @Override
    public void close() {
        exchange.close();
        front.stop(0);
        http.close();
    }

    private void serve(HttpExchange exchanged) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchanged.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        String body = new String(exchanged.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = webhook(headers, body).getStatusCode();
        webhookAnswers.add(status);
        exchanged.sendResponseHeaders(status, -1);
        exchanged.close();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
