package dev.pickup.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.carrier.NumberSearch;
import dev.pickup.core.carrier.telnyx.TelnyxManagedNumbers;
import dev.pickup.core.carrier.telnyx.TelnyxNumberMarket;
import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrder.Wish;
import dev.pickup.simulators.telnyx.RestSettings;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.TelnyxExchangeSettings;
import dev.pickup.simulators.telnyx.account.RateLimit;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import dev.pickup.simulators.telnyx.order.OrderTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The simulated exchange with one rich and one poor account, and all that buys there. One thread.
final class PurchaseWorld implements AutoCloseable {
    private static final URI PUBLIC = URI.create("https://pickup.example.com");
    static final AccountId US = new AccountId("acc_us");
    private static final AccountId RIVAL = new AccountId("acc_rival");
    private static final AgentId AGENT = new AgentId("agt_one");
    static final String RICH = "KEY_rich";
    private static final String POOR = "KEY_poor";
    static final Duration BUDGET = Duration.ofSeconds(12);
    static final int LIMIT = 1_000_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TelnyxExchange exchange;
    private final PurchaseAudit audit;
    private final Map<String, Shop> shops;
    private final Deque<PhoneNumber> stock = new ArrayDeque<>();
    private final Deque<PhoneNumber> german = new ArrayDeque<>();

    enum Ending {
        ACTIVE,
        RELEASED,
        NUMBER_TAKEN,
        DOCUMENTS_REQUIRED,
        CARRIER_BALANCE_LOW,
        CARRIER_UNAVAILABLE,
        LATE_ORDER_RETURNED
    }

    /// One carrier account with clients of its own.
    record Shop(TelnyxNumberMarket market, TelnyxManagedNumbers managed) {}

    private PurchaseWorld(TelnyxExchange exchange) {
        this.exchange = exchange;
        this.audit = new PurchaseAudit(exchange, AGENT);
        this.shops = Map.of(RICH, shop(RICH), POOR, shop(POOR));
    }

    static PurchaseWorld open() {
        RestSettings rest = RestSettings.usual()
                .withOrderTime(OrderTime.none())
                .withLimit(new RateLimit(1_000_000, Duration.ofSeconds(1)));
        SeededAccount rich = new SeededAccount(RICH, List.of(), List.of())
                .withBalance("1000000.00")
                .withMostNumbers(LIMIT);
        SeededAccount poor = new SeededAccount(POOR, List.of(), List.of()).withBalance("0.50");
        return new PurchaseWorld(
                TelnyxExchange.start(TelnyxExchangeSettings.of(rich, poor).withRest(rest)));
    }

    /// Runs it to the end, and then compares what we believe with what the carrier has.
    Ending run(PurchaseSchedule schedule) {
        String key = schedule.place() == PurchaseSchedule.Place.POOR ? POOR : RICH;
        PhoneNumber number = next(schedule.place());
        Fate fate = new Fate(shops.get(key).market(), shops.get(key).managed(), schedule.late(), Duration.ZERO);
        NumberOrder order = begun(schedule.number(), number, fate);
        exchange.account(key).faults().begin(new FaultScript(schedule.faults()));
        for (int i = 0; i < schedule.actors().size(); i++) {
            act(schedule, i, order, fate);
        }
        fate.lives = Integer.MAX_VALUE;
        Sweeps.settle(fate, order, schedule);
        exchange.account(key).faults().begin(FaultScript.none());
        Sweeps.settle(fate, order, schedule);
        exchange.account(key).faults().begin(new FaultScript(schedule.lateFaults()));
        Sweeps.tidyUp(fate, order, schedule);
        exchange.account(key).faults().begin(FaultScript.none());
        NumberOrder ended = fate.memory.find(US, order.id()).orElseThrow();
        if (schedule.releases() && ended.stage() == Stage.ACTIVE) {
            exchange.account(key).faults().begin(new FaultScript(deleteFaults(schedule)));
            fate.lives = schedule.lives().getLast();
            Sweeps.dying(schedule, fate, order, () -> fate.desk().release(ended, BUDGET));
            fate.lives = Integer.MAX_VALUE;
            exchange.account(key).faults().begin(FaultScript.none());
            Sweeps.settle(fate, order, schedule);
            releaseIfNotAsked(fate, order);
        }
        return audit.check(fate, fate.memory.find(US, order.id()).orElseThrow(), shops.get(key));
    }

    /// Buys one whose order gets no answer, though the carrier has it at once, and lists it only so much later.
    Stage buyUnlisted(int number, Duration unlisted) {
        Fate fate = new Fate(shops.get(RICH).market(), shops.get(RICH).managed(), List.of(), unlisted);
        NumberOrder order = begun(number, next(PurchaseSchedule.Place.USUAL), fate);
        fate.desk().buy(order, LIMIT, BUDGET);
        for (int i = 0; i < 10; i++) {
            fate.clock.pass(Duration.ofSeconds(50));
            Sweeps.sweep(fate);
        }
        return fate.memory.find(US, order.id()).orElseThrow().stage();
    }

    private static NumberOrder begun(int number, PhoneNumber wanted, Fate fate) {
        return NumberOrder.begun(
                US,
                NumberOrderId.of(US, "schedule " + number),
                new Wish(wanted, "desk", Optional.of(AGENT)),
                fate.clock.instant());
    }

    long boughtMicros() {
        return audit.boughtMicros();
    }

    /// What is gone from the rich account for numbers that somebody has or had; nothing may be held any more. What
    /// came too late was paid for a first month, which no carrier gives back.
    long spentMicros() {
        BigDecimal available =
                new BigDecimal(balance().path("data").path("available_credit").asText());
        return new BigDecimal("1000000.00")
                        .subtract(available)
                        .movePointRight(6)
                        .longValueExact()
                - audit.returnedMicros();
    }

    @Override
    public void close() {
        exchange.close();
        http.close();
    }

    private JsonNode balance() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(exchange.apiBase() + "/balance"))
                .header("Authorization", "Bearer " + RICH)
                .build();
        try {
            return new JsonMapper()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void act(PurchaseSchedule schedule, int index, NumberOrder order, Fate fate) {
        fate.lives = schedule.lives().get(index);
        switch (schedule.actors().get(index)) {
            case "request", "repeat" ->
                Sweeps.dying(schedule, fate, order, () -> fate.desk().buy(order, LIMIT, BUDGET));
            case "webhook" ->
                Sweeps.dying(schedule, fate, order, () -> fate.desk().hint(order.reference(), BUDGET));
            case "rival" -> {
                // Somebody else of ours wants the same number; whoever began first is the only one to go on.
                NumberOrder other = NumberOrder.begun(
                        RIVAL,
                        NumberOrderId.of(RIVAL, "schedule " + schedule.number()),
                        new Wish(order.wish().number(), "mine", Optional.empty()),
                        fate.clock.instant());
                boolean isBegun = fate.memory.begin(other, LIMIT) == NumberOrders.BeginOutcome.BEGUN;
                if (isBegun) { // ours had failed by then, or died before it was written
                    assertThat(fate.memory
                                    .find(US, order.id())
                                    .filter(ours -> !ours.stage().isFailed()))
                            .isEmpty();
                    fate.memory.save(
                            other,
                            Steps.enter(
                                    other,
                                    Stage.FAILED,
                                    Optional.of(NumberProblem.of(NumberProblem.Code.NUMBER_TAKEN)),
                                    fate.clock.instant()),
                            fate.clock.instant());
                }
            }
            default -> {
                fate.clock.pass(Duration.ofSeconds(50)); // whoever died does not hold it any more
                Sweeps.dying(schedule, fate, order, () -> Sweeps.sweep(fate));
            }
        }
    }

    private static void releaseIfNotAsked(Fate fate, NumberOrder order) {
        NumberOrder now = fate.memory.find(US, order.id()).orElseThrow();
        if (now.stage() == Stage.ACTIVE) { // the request died before it wrote its wish
            assertThat(fate.desk().release(now, BUDGET).orElseThrow().stage()).isEqualTo(Stage.RELEASED);
        }
    }

    private static List<Fault> deleteFaults(PurchaseSchedule schedule) {
        return schedule.number() % 2 == 0
                ? List.of(new Fault.RequestAnswerLost("DELETE /phone_numbers/{id}", 1, 0))
                : List.of(new Fault.RequestFails("DELETE /phone_numbers/{id}", 3, 503));
    }

    private PhoneNumber next(PurchaseSchedule.Place place) {
        boolean wantsPapers = place == PurchaseSchedule.Place.PAPERS;
        Deque<PhoneNumber> numbers = wantsPapers ? german : stock;
        if (numbers.isEmpty()) {
            NumberSearch search = new NumberSearch(
                    wantsPapers ? "DE" : "US",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    wantsPapers ? Set.of() : Set.of("sms"),
                    100);
            numbers.addAll(new ArrayList<>(shops.get(RICH).market().search(search).stream()
                    .map(available -> available.number())
                    .toList()));
        }
        return numbers.pop();
    }

    private Shop shop(String key) {
        TelnyxSettings settings = new TelnyxSettings(exchange.apiBase(), key, Duration.ofSeconds(20), 2, Duration.ZERO);
        return new Shop(new TelnyxNumberMarket(settings, http), new TelnyxManagedNumbers(settings, http, PUBLIC));
    }

    /// Stands for the time that passes: see [Fate#clock].
    static Instant begin() {
        return Instant.parse("2026-11-23T10:00:00Z");
    }
}
