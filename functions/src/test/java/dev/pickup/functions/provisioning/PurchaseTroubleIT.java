package dev.pickup.functions.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.number.NumberOrderId;
import dev.pickup.functions.Console.Answer;
import dev.pickup.functions.TestDatabase;
import dev.pickup.simulators.telnyx.fault.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Purchases that come to nothing, or nearly: refused, failed later, unanswered.
@ExtendWith(TestDatabase.class)
@Execution(ExecutionMode.CONCURRENT)
class PurchaseTroubleIT {
    private final DynamoDbClient database;

    PurchaseTroubleIT(DynamoDbClient database) {
        this.database = database;
    }

    @Test
    void eachRefusalSaysWhyAndLeavesNothingBehind() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            shop.goesWrong(new Fault.NumberTaken(1));
            refused(shop, "taken", number, "409 number-taken");
            shop.goesWrong();

            refused(shop, "german", shop.someNumber("country", "DE"), "422 documents-required");
            refused(shop, "unknown", "+15005550006", "409 number-taken");
        }
        try (NumberShop poor = NumberShop.open(database, NumberShop.seed().withBalance("0.10"), 5)) {
            refused(poor, "poor", poor.someNumber(), "402 carrier-balance-low");
        }
        try (NumberShop full = NumberShop.open(database, NumberShop.seed().withMostNumbers(0), 5)) {
            refused(full, "full", full.someNumber(), "409 carrier-account-limit");
        }
        try (NumberShop none = NumberShop.open(database, NumberShop.seed(), 1)) {
            assertThat(none.buy("first", none.someNumber()).status()).isEqualTo(201);
            String second = none.someNumber();
            assertThat(none.buy("second", second).problem()).isEqualTo("409 number-limit-reached");
            assertThat(none.shown(second)).isEmpty();
        }
    }

    @Test
    void anOrderThatFailsLaterSaysSoAndTheNumberCanBeTriedAgain() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            shop.goesWrong(new Fault.OrderFails(1));
            refused(shop, "one", number, "409 number-taken");

            assertThat(shop.buy("two", number).status()).isEqualTo(201);
            assertThat(shop.buy("one", number).problem()).isEqualTo("409 number-taken");
        }
    }

    /// The look-up before the order named no papers, so the order was sent.
    @Test
    void anOrderThatAsksForPapersAfterwardsIsCancelledAndTheNumberIsFreeAgain() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            shop.goesWrong(new Fault.OrderWantsPapers(1));

            assertThat(shop.buy("one", number).problem()).isEqualTo("422 documents-required");
            assertThat(shop.shown(number)
                            .orElseThrow()
                            .path("purchase")
                            .path("steps")
                            .findValuesAsText("step"))
                    .containsSubsequence("order", "cancel");
            refused(shop, "one", number, "422 documents-required");

            assertThat(shop.wiring.market().placed(shop.account + "/" + NumberOrderId.of(shop.account, "one")))
                    .singleElement()
                    .satisfies(order -> assertThat(order.state()).isEqualTo(CarrierOrder.State.FAILED));
            assertThat(shop.exchange.account("KEY_shop").state()).contains("\"status\" : \"cancelled\"");
            assertThat(shop.buy("two", number).status()).as("not held any more").isEqualTo(201);
        }
    }

    @Test
    void aCancellationThatGetsNoAnswerIsAskedForUntilItHasOne() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            shop.goesWrong(
                    new Fault.OrderWantsPapers(1),
                    new Fault.RequestAnswerLost("PATCH /sub_number_orders/{id}/cancel", 1, 0),
                    new Fault.RequestFails("PATCH /sub_number_orders/{id}/cancel", 2, 503));

            refused(shop, "one", number, "422 documents-required");

            assertThat(shop.buy("two", number).status()).isEqualTo(201);
        }
    }

    @Test
    void anAnswerThatIsLostBuysOnce() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            shop.goesWrong(new Fault.RequestAnswerLost("POST /number_orders", 1, 0));

            Answer answer = shop.buy("one", number);

            assertThat(answer.status()).isEqualTo(201);
            assertThat(shop.wiring.market().placed(shop.account + "/" + NumberOrderId.of(shop.account, "one")))
                    .hasSize(1);
        }
    }

    @Test
    void aCarrierThatIsDownIsSaidToBeAndNothingIsLost() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            shop.goesWrong(new Fault.RequestFails(Fault.ANY, 1_000, 503));

            assertThat(shop.owner.ask(NumberShop.AVAILABLE, Map.of()).problem()).isEqualTo("503 carrier-unavailable");
            Answer waiting = shop.buy("one", number);
            assertThat(waiting.status()).isEqualTo(202);
            assertThat(waiting.json().path("status").asText()).isEqualTo("ORDERED");
            assertThat(waiting.json().path("reason").path("code").asText()).isEqualTo("carrier-unavailable");

            shop.goesWrong();
            assertThat(shop.buy("one", number).status()).isIn(201, 202);
        }
    }

    @Test
    void anUnknownAgentIsRefusedBeforeAnythingIsOrdered() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            assertThat(shop.owner
                            .ask(
                                    NumberShop.PURCHASE,
                                    Map.of(":idempotency-key", "one"),
                                    "{\"phoneNumber\": \"" + number + "\", \"agentId\": \"agt_none\"}")
                            .problem())
                    .isEqualTo("404 agent-not-found");
            assertThat(shop.shown(number)).isEmpty();
        }
    }

    private static void refused(NumberShop shop, String key, String number, String problem) {
        assertThat(shop.buy(key, number).problem()).isEqualTo(problem);
        assertThat(shop.carrierHas(number)).isFalse();
        JsonNode shown = shop.shown(number).orElseThrow();
        assertThat(shown.path("status").asText()).isEqualTo("FAILED");
        assertThat(problem).endsWith(" " + shown.path("reason").path("code").asText());
        assertThat(shown.path("reason").path("detail").asText()).endsWith(".");
        assertThat(shop.release(number).status()).isEqualTo(204);
        assertThat(shop.shown(number)).isEmpty();
    }
}
