package dev.pickup.functions.byop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.carrier.NumberSearch;
import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.core.number.NumberDesk.Purchase;
import dev.pickup.core.number.NumberOrder;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrder.Wish;
import dev.pickup.core.number.NumberOrderId;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.Console;
import dev.pickup.functions.NoCustomers;
import dev.pickup.functions.TestAccount;
import dev.pickup.functions.TestDatabase;
import dev.pickup.functions.runtime.FunctionSettings;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.OwnCarrier;
import dev.pickup.simulators.telnyx.RestSettings;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.TelnyxExchangeSettings;
import dev.pickup.simulators.telnyx.account.Kind;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import dev.pickup.simulators.telnyx.order.OrderTime;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The test of a number that was bought here reads our own carrier account.
@ExtendWith(TestDatabase.class)
class BoughtNumberTestIT {
    private static final String KEY = "KEY_tester";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    private final DynamoDbClient database;
    private final HttpClient http = HttpClient.newHttpClient();
    private final TestAccount account = TestAccount.fresh();
    private TelnyxExchange exchange;
    private FunctionsWiring wiring;
    private PhoneNumber number;

    BoughtNumberTestIT(DynamoDbClient database) {
        this.database = database;
    }

    @BeforeEach
    void buy() {
        exchange = TelnyxExchange.start(TelnyxExchangeSettings.of(new SeededAccount(KEY, List.of(), List.of()))
                .withRest(RestSettings.usual().withOrderTime(OrderTime.none())));
        wiring = new FunctionsWiring(new FunctionSettings(
                database,
                _ -> {},
                OwnCarrier.telnyx(TelnyxSettings.of(exchange.apiBase(), KEY), http, exchange.publicKey(), NOWHERE),
                NoCustomers.get(),
                NOWHERE,
                (_, _) -> {},
                Clock.systemUTC(),
                new SecureRandom()));
        account.open(wiring, 5, Optional.empty());
        number = bought();
    }

    @AfterEach
    void close() {
        exchange.close();
        http.close();
    }

    @Test
    void aNumberThatIsConfiguredIsActiveAndItsCallsAndTextsComeToUs() {
        assertThat(told()).isEqualTo(Map.of("number-active", "passed", "routing-ours", "passed", "sms-on", "passed"));
    }

    @Test
    void whatSomebodyChangedInThePortalIsSeen() {
        change(Kind.NUMBER, n -> n.put("connection_id", "1293384261075731499"));
        assertThat(told()).containsEntry("routing-ours", "failed").containsEntry("sms-on", "passed");

        change(Kind.MESSAGING, n -> n.putNull("messaging_profile_id"));
        assertThat(told()).containsEntry("sms-on", "failed");

        change(Kind.MESSAGING, n -> {
            ((ObjectNode) n.path("features")).putNull("sms");
            return n;
        });
        assertThat(told()).containsEntry("sms-on", "failed");
    }

    @Test
    void forwardingWinsOverThePlaceThatItPointsTo() {
        change(Kind.VOICE, voice -> {
            voice.putObject("call_forwarding")
                    .put("call_forwarding_enabled", true)
                    .put("forwards_to", "+13125550100")
                    .put("forwarding_type", "always");
            return voice;
        });

        assertThat(told()).containsEntry("routing-ours", "failed");
    }

    @Test
    void anApplicationThatLeadsSomewhereElseIsNotOursWhateverItIsCalled() {
        String application = exchange.account(KEY)
                .number(number.e164())
                .orElseThrow()
                .path("connection_id")
                .asText();
        exchange.account(KEY)
                .resources()
                .change(Kind.APPLICATION, application, a -> a.put("webhook_event_url", "https://old.example.com"));

        assertThat(told()).containsEntry("routing-ours", "failed");
    }

    @Test
    void aCarrierThatDoesNotAnswerProvesNothing() {
        exchange.account(KEY).faults().begin(FaultScript.of(new Fault.RequestFails(Fault.ANY, 1_000, 503)));

        assertThat(told())
                .isEqualTo(Map.of("number-active", "unknown", "routing-ours", "unknown", "sms-on", "unknown"));
    }

    @Test
    void aNumberThatOurCarrierAccountLostIsNotActive() {
        String id = exchange.account(KEY)
                .number(number.e164())
                .orElseThrow()
                .path("id")
                .asText();
        wiring.managed().release(id);

        assertThat(told()).isEqualTo(Map.of("number-active", "failed", "routing-ours", "unknown", "sms-on", "unknown"));
    }

    /// What the carrier was asked for.
    private Map<String, String> told() {
        JsonNode checks = Console.owner(ByopHandler.routes(wiring), account.id())
                .ask("POST /api/telephony/numbers/{e164}/test", Map.of("e164", number.e164()))
                .json()
                .path("checks");
        assertThat(checks).as("every check is answered").hasSize(7);
        Map<String, String> told = new LinkedHashMap<>();
        checks.forEach(check ->
                told.put(check.path("check").asText(), check.path("status").asText()));
        told.keySet().retainAll(Set.of("number-active", "routing-ours", "sms-on"));
        return told;
    }

    private void change(Kind kind, UnaryOperator<ObjectNode> change) {
        String id = exchange.account(KEY)
                .number(number.e164())
                .orElseThrow()
                .path("id")
                .asText();
        exchange.account(KEY).resources().change(kind, id, change);
    }

    /// One of many, where no other test buys: they share the database, and a number is somebody's in all of it.
    private PhoneNumber bought() {
        NumberSearch search = new NumberSearch(
                "US", Optional.of("602"), Optional.empty(), Optional.empty(), Set.of("sms", "voice"), 100);
        List<PhoneNumber> shown = wiring.market().search(search).stream()
                .map(available -> available.number())
                .toList();
        for (int i = 0; i < 20; i++) {
            PhoneNumber wanted = shown.get(ThreadLocalRandom.current().nextInt(shown.size()));
            NumberOrder order = NumberOrder.begun(
                    account.id(),
                    NumberOrderId.of(account.id(), wanted.e164()),
                    new Wish(wanted, "", Optional.empty()),
                    wiring.clock().instant());
            if (wiring.numberDesk().buy(order, 5, Duration.ofSeconds(30)) instanceof Purchase.Of of) {
                assertThat(of.order().stage()).isEqualTo(Stage.ACTIVE);
                return wanted;
            }
        }
        throw new AssertionError("every number that was tried is somebody's");
    }
}
