package dev.pickup.functions.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.Console.Answer;
import dev.pickup.functions.TestAccount;
import dev.pickup.functions.TestDatabase;
import dev.pickup.simulators.telnyx.order.OrderTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Buying over the API, from the search to the agent that answers, on the real database and the simulated carrier.
@ExtendWith(TestDatabase.class)
@Execution(ExecutionMode.CONCURRENT)
class PurchaseIT {
    private final DynamoDbClient database;

    PurchaseIT(DynamoDbClient database) {
        this.database = database;
    }

    @Test
    void theDefinitionAndTheRoutesAreTheSame() {
        try (NumberShop shop = NumberShop.open(database)) {
            assertThat(shop.api().routeKeys())
                    .isEqualTo(dev.pickup.functions.Console.definition().routeKeys("provisioning"));
        }
    }

    @Test
    void countriesAndNumbersAreWhatTheCarrierHasWithItsPrices() {
        try (NumberShop shop = NumberShop.open(database)) {
            assertThat(shop.owner
                            .ask("GET /api/telephony/managed/countries", Map.of())
                            .json()
                            .path("items")
                            .findValuesAsText("code"))
                    .contains("US", "CA", "GB")
                    .doesNotHaveDuplicates();

            JsonNode rows = shop.owner
                    .ask(
                            NumberShop.AVAILABLE,
                            Map.of("?country", "US", "?areaCode", "415", "?features", "sms,voice", "?limit", "3"))
                    .json()
                    .path("items");
            assertThat(rows).hasSize(3).allSatisfy(row -> {
                assertThat(row.path("phoneNumber").asText()).startsWith("+1415");
                assertThat(row.path("locality").asText()).isEqualTo("San Francisco");
                assertThat(row.path("features").toString()).contains("sms", "voice");
                assertThat(row.path("monthlyPrice").path("micros").asLong()).isPositive();
                assertThat(row.path("monthlyPrice").path("currency").asText()).isEqualTo("USD");
            });
            assertThat(shop.owner
                            .ask(NumberShop.AVAILABLE, Map.of("?contains", "5552"))
                            .json()
                            .path("items"))
                    .isNotEmpty()
                    .allSatisfy(
                            row -> assertThat(row.path("phoneNumber").asText()).contains("5552"));
            assertThat(shop.owner
                            .ask(NumberShop.AVAILABLE, Map.of("?locality", "Chicago"))
                            .json()
                            .path("items"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.path("locality").asText()).isEqualTo("Chicago"));
            assertThat(shop.owner
                            .ask(NumberShop.AVAILABLE, Map.of("?features", "pigeons"))
                            .problem())
                    .isEqualTo("400 request-invalid");
        }
    }

    @Test
    void aNumberIsReadyWellWithinAMinuteAndSaysHowLongEachStepTook() {
        try (NumberShop shop = NumberShop.open(database, OrderTime.usual())) {
            AgentId agent = new TestAccount(shop.account, new PhoneNumber("+14155550199"), new AgentId("agt_desk"))
                    .withAgent(shop.wiring, true)
                    .agent();
            String number = shop.someNumber("areaCode", "415");

            Answer answer = shop.owner.ask(
                    NumberShop.PURCHASE,
                    Map.of(":idempotency-key", "one"),
                    "{\"phoneNumber\": \"" + number + "\", \"agentId\": \"" + agent + "\", \"label\": \"Front desk\"}");

            assertThat(answer.status()).isEqualTo(201);
            JsonNode bought = answer.json();
            assertThat(bought.path("status").asText()).isEqualTo("ACTIVE");
            assertThat(bought.path("agentId").asText()).isEqualTo(agent.value());
            assertThat(bought.path("source").asText()).isEqualTo("MANAGED");
            assertThat(bought.path("monthlyPrice").path("micros").asLong()).isPositive();
            JsonNode purchase = bought.path("purchase");
            assertThat(purchase.path("durationMs").asLong()).isLessThan(60_000);
            assertThat(purchase.path("steps").findValuesAsText("step"))
                    .containsExactly("check", "order", "confirm", "locate", "voice", "messages", "agent");
            assertThat(purchase.path("steps")).allSatisfy(step -> {
                assertThat(step.path("status").asText()).isEqualTo("DONE");
                assertThat(step.path("durationMs").isNumber()).isTrue();
            });
            assertThat(purchase.path("steps").path(1).path("carrierRequestId").isTextual())
                    .isTrue();
            JsonNode atCarrier = shop.carriersNumber(number);
            assertThat(atCarrier.path("connection_id").asText()).isNotEmpty();
            assertThat(atCarrier.path("messaging_profile_id").asText()).isNotEmpty();
            Did did = shop.wiring.numbers().resolve(new PhoneNumber(number)).orElseThrow();
            assertThat(did.carrierNumberId()).isEqualTo(atCarrier.path("id").asText());
        }
    }

    @Test
    void aRepeatAnswersTheSameNumberAndBuysNothing() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            JsonNode first = shop.buy("one", number).json();
            Answer again = shop.buy("one", number);

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.json()).isEqualTo(first);
            assertThat(shop.buy("one", shop.someNumber()).problem()).isEqualTo("422 idempotency-key-reused");
            assertThat(shop.buy("two", number).problem()).isEqualTo("409 number-already-yours");
            assertThat(shop.owner
                            .ask(NumberShop.PURCHASE, Map.of(), "{\"phoneNumber\": \"" + shop.someNumber() + "\"}")
                            .problem())
                    .isEqualTo("400 request-invalid");
            assertThat(shop.wiring
                            .numbers()
                            .list(shop.account, 10, Optional.empty())
                            .items())
                    .hasSize(1);
        }
    }

    @Test
    void ofManyRequestsForOneNumberAtTheSameMomentOneBuysIt() throws Exception {
        try (NumberShop shop = NumberShop.open(database);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String number = shop.someNumber();
            List<Callable<Answer>> requests = new ArrayList<>();
            IntStream.range(0, 4).forEach(_ -> requests.add(() -> shop.buy("same", number)));
            IntStream.range(0, 4).forEach(i -> requests.add(() -> shop.buy("other " + i, number)));
            List<Answer> answers =
                    threads.invokeAll(requests).stream().map(Future::resultNow).toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 202, 409));
            String winner = shop.shown(number)
                    .orElseThrow()
                    .path("purchase")
                    .path("orderId")
                    .asText();
            assertThat(shop.wiring.market().placed(shop.account + "/" + winner)).hasSize(1);
            assertThat(shop.exchange.account("KEY_shop").state().split("\"number_order\"", -1))
                    .hasSize(2);
        }
    }
}
