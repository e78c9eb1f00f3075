package dev.pickup.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierOrder.State;
import dev.pickup.core.carrier.NumberSearch;
import dev.pickup.core.carrier.telnyx.TelnyxManagedNumbers;
import dev.pickup.core.carrier.telnyx.TelnyxNumberMarket;
import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrder.Wish;
import dev.pickup.events.NumberEvent;
import dev.pickup.events.NumberEvent.NumberFailed;
import dev.pickup.events.NumberEvent.NumberPurchased;
import dev.pickup.events.NumberEvent.NumberReleased;
import dev.pickup.events.NumberEvent.NumberReturned;
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
    private static final AccountId US = new AccountId("acc_us");
    private static final AccountId RIVAL = new AccountId("acc_rival");
    private static final AgentId AGENT = new AgentId("agt_one");
    private static final String RICH = "KEY_rich";
    private static final String POOR = "KEY_poor";
    private static final Duration BUDGET = Duration.ofSeconds(12);
    private static final int LIMIT = 1_000_000;
    private static final int MOST_SWEEPS = 1_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TelnyxExchange exchange;
    private final Map<String, Shop> shops;
    private final Deque<PhoneNumber> stock = new ArrayDeque<>();
    private final Deque<PhoneNumber> german = new ArrayDeque<>();
    private long boughtMicros;
    private long returnedMicros;

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
    private record Shop(TelnyxNumberMarket market, TelnyxManagedNumbers managed) {}

    private PurchaseWorld(TelnyxExchange exchange) {
        this.exchange = exchange;
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
        Fate fate = new Fate(shops.get(key).market(), shops.get(key).managed(), schedule.late());
        NumberOrder order = NumberOrder.begun(
                US,
                NumberOrderId.of(US, "schedule " + schedule.number()),
                new Wish(number, "desk", Optional.of(AGENT)),
                fate.clock.instant());
        exchange.account(key).faults().begin(new FaultScript(schedule.faults()));
        for (int i = 0; i < schedule.actors().size(); i++) {
            act(schedule, i, order, fate);
        }
        fate.lives = Integer.MAX_VALUE;
        settle(fate, order, schedule);
        exchange.account(key).faults().begin(FaultScript.none());
        settle(fate, order, schedule);
        exchange.account(key).faults().begin(new FaultScript(schedule.lateFaults()));
        tidyUp(fate, order, schedule);
        exchange.account(key).faults().begin(FaultScript.none());
        NumberOrder ended = fate.memory.find(US, order.id()).orElseThrow();
        if (schedule.releases() && ended.stage() == Stage.ACTIVE) {
            exchange.account(key).faults().begin(new FaultScript(deleteFaults(schedule)));
            fate.lives = schedule.lives().getLast();
            dying(schedule, fate, order, () -> fate.desk().release(ended, BUDGET));
            fate.lives = Integer.MAX_VALUE;
            exchange.account(key).faults().begin(FaultScript.none());
            settle(fate, order, schedule);
            releaseIfNotAsked(fate, order);
        }
        return check(fate, fate.memory.find(US, order.id()).orElseThrow(), shops.get(key));
    }

    long boughtMicros() {
        return boughtMicros;
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
                - returnedMicros;
    }

    private static long firstMonth(NumberOrder order) {
        return order.carrier()
                .price()
                .map(price -> price.monthlyMicros() + price.upfrontMicros())
                .orElse(0L);
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
                dying(schedule, fate, order, () -> fate.desk().buy(order, LIMIT, BUDGET));
            case "webhook" -> dying(schedule, fate, order, () -> fate.desk().hint(order.reference(), BUDGET));
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
                dying(schedule, fate, order, () -> sweep(fate));
            }
        }
    }

    private static void sweep(Fate fate) {
        for (OrderReference due : fate.memory.due(fate.clock.instant(), 10)) {
            fate.desk().resume(due, BUDGET);
        }
    }

    /// The reconciler goes on until nothing is left to do.
    private static void settle(Fate fate, NumberOrder order, PurchaseSchedule schedule) {
        if (fate.memory.find(US, order.id()).isEmpty()) {
            fate.desk().buy(order, LIMIT, BUDGET); // the first request died before it wrote anything
        }
        for (int i = 0; i < MOST_SWEEPS; i++) {
            if (isSettled(fate, order)) {
                return;
            }
            fate.clock.pass(Duration.ofSeconds(50));
            sweep(fate);
            letTheExchangeWork(i);
        }
        throw new AssertionError("not settled: " + fate.memory.find(US, order.id()) + " of " + schedule.number());
    }

    /// All that the owner is told is decided; a failed order may still be watched.
    private static boolean isSettled(Fate fate, NumberOrder order) {
        Stage stage = fate.memory.find(US, order.id()).orElseThrow().stage();
        return stage.isAtRest() || stage.isFailed();
    }

    /// A day passes: what comes out late at the carrier comes out, and the reconciler looks after what failed, dying
    /// now and then.
    private static void tidyUp(Fate fate, NumberOrder order, PurchaseSchedule schedule) {
        for (int i = 0; i < MOST_SWEEPS; i++) {
            NumberOrder now = fate.memory.find(US, order.id()).orElseThrow();
            if (now.stage().isAtRest() && !fate.late.isAnyLate()) {
                fate.lives = Integer.MAX_VALUE;
                return;
            }
            fate.clock.pass(now.stage().isAtRest() ? fate.late.untilNext() : untilDue(fate, now));
            fate.late.carryOut();
            fate.lives = i < schedule.lateLives().size() ? schedule.lateLives().get(i) : Integer.MAX_VALUE;
            dying(schedule, fate, order, () -> sweep(fate));
            if (now.progress().steps().getLast().answer().equals("pending")) {
                letTheExchangeWork(MOST_SWEEPS);
            }
        }
        throw new AssertionError("not tidied up: " + fate.memory.find(US, order.id()) + " of " + schedule.number());
    }

    /// And until whoever died does not hold it any more.
    private static Duration untilDue(Fate fate, NumberOrder order) {
        Duration until = Duration.between(fate.clock.instant(), order.work().dueAt());
        Duration least = Duration.ofSeconds(50);
        return until.compareTo(least) > 0 ? until : least;
    }

    /// It settles orders on a thread of its own, which a busy machine may keep waiting.
    private static void letTheExchangeWork(int sweeps) {
        try {
            Thread.sleep(Math.min(sweeps / 5, 50));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void releaseIfNotAsked(Fate fate, NumberOrder order) {
        NumberOrder now = fate.memory.find(US, order.id()).orElseThrow();
        if (now.stage() == Stage.ACTIVE) { // the request died before it wrote its wish
            assertThat(fate.desk().release(now, BUDGET).orElseThrow().stage()).isEqualTo(Stage.RELEASED);
        }
    }

    private static void dying(PurchaseSchedule schedule, Fate fate, NumberOrder order, Runnable work) {
        try {
            work.run();
        } catch (Fate.Death death) {
            fate.memory
                    .find(US, order.id())
                    .ifPresent(o -> schedule.deaths().add(o.stage().name()));
        }
    }

    private static List<Fault> deleteFaults(PurchaseSchedule schedule) {
        return schedule.number() % 2 == 0
                ? List.of(new Fault.RequestAnswerLost("DELETE /phone_numbers/{id}", 1, 0))
                : List.of(new Fault.RequestFails("DELETE /phone_numbers/{id}", 3, 503));
    }

    private Ending check(Fate fate, NumberOrder order, Shop shop) {
        PhoneNumber number = order.wish().number();
        List<CarrierOrder> placed = shop.market().placed(order.reference().toString());
        long succeeded =
                placed.stream().filter(o -> o.state() == State.SUCCEEDED).count();
        Optional<String> owned = shop.managed().find(number);
        assertThat(placed)
                .as("nothing is left open")
                .noneMatch(o -> o.state() == State.PENDING || o.state() == State.NEEDS_DOCUMENTS);
        List<Class<?>> told = fate.memory.events.stream()
                .map(NumberEvent.class::cast)
                .filter(event -> event.accountId().equals(US.value()))
                .<Class<?>>map(Object::getClass)
                .toList();
        Optional<Did> did = fate.memory.find(US, number);
        if (order.times().purchasedAt().isPresent()) {
            assertThat(succeeded).as("orders that succeeded").isEqualTo(1);
            assertThat(order.returned()).as("numbers that came too late").isZero();
            boughtMicros += firstMonth(order);
        } else {
            assertThat(succeeded).as("orders that succeeded, each given back").isEqualTo(order.returned());
            returnedMicros += order.returned() * firstMonth(order);
        }
        return switch (order.stage()) {
            case ACTIVE -> {
                assertThat(owned).isEqualTo(order.carrier().numberId());
                assertThat(did.orElseThrow().agent()).contains(AGENT);
                assertThat(exchange.account(RICH)
                                .routing(number.e164())
                                .orElseThrow()
                                .application())
                        .as("calls come to us")
                        .isPresent();
                assertThat(told).containsExactly(NumberPurchased.class);
                yield Ending.ACTIVE;
            }
            case RELEASED -> {
                assertThat(owned).isEmpty();
                assertThat(did).isEmpty();
                assertThat(told).containsExactly(NumberPurchased.class, NumberReleased.class);
                yield Ending.RELEASED;
            }
            case FAILED -> {
                assertThat(owned).as("no orphan at the carrier").isEmpty();
                assertThat(did.orElseThrow().status()).isEqualTo(Did.Status.FAILED);
                assertThat(fate.memory.resolve(number)).isEmpty();
                assertThat(told)
                        .containsExactlyElementsOf(
                                order.returned() == 0
                                        ? List.of(NumberFailed.class)
                                        : List.of(NumberFailed.class, NumberReturned.class));
                yield Ending.valueOf(
                        order.progress().problem().orElseThrow().code().name());
            }
            default -> throw new AssertionError("not at rest: " + order.stage());
        };
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
