package dev.pickup.functions.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierOrder.State;
import dev.pickup.core.number.NumberOrder;
import dev.pickup.core.number.NumberOrder.Wish;
import dev.pickup.core.number.NumberOrderId;
import dev.pickup.core.number.OrderReference;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.TestDatabase;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.simulators.telnyx.fault.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A carrier that carries an order out after its customer was told that it failed.
@ExtendWith(TestDatabase.class)
class LateOrderIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ORDER = "POST /number_orders";
    private static final Fault NO_NEWS = new Fault.WebhookNever("number_order.complete");

    private final DynamoDbClient database;

    LateOrderIT(DynamoDbClient database) {
        this.database = database;
    }

    @Test
    void theReconcilerFindsItByItsReferenceAndGivesTheNumberBack() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            OrderReference order = failed(shop, number);
            assertThat(shown(shop, number).path("purchase").path("durationMs").isNumber())
                    .isTrue();

            shop.goesWrong(NO_NEWS);
            carriedOut(shop, number, order);
            assertThat(shop.carrierHas(number)).isTrue();
            reconcile(shop, order, Duration.ofHours(2));

            assertThat(shop.carrierHas(number)).isFalse();
            assertThat(shown(shop, number).path("status").asText()).isEqualTo("FAILED");
            assertThat(reason(shop, number)).isEqualTo("late-order-returned");
            assertThat(steps(shop, number)).contains("watch", "give-back").doesNotContain("locate");
            assertThat(shop.buy("one", number).problem()).isEqualTo("409 late-order-returned");
            reconcile(shop, order, Duration.ofHours(30));
            assertThat(shown(shop, number).path("purchase").path("steps").findValuesAsText("status"))
                    .as("it is over")
                    .containsOnly("DONE");
        }
    }

    @Test
    void theCarriersWebhookIsEnoughAndANumberThatIsForgottenIsGivenBackToo() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            OrderReference order = failed(shop, number);
            assertThat(shop.release(number).status()).isEqualTo(204);

            carriedOut(shop, number, order);

            await().atMost(PATIENCE).until(() -> !shop.carrierHas(number));
            assertThat(shop.shown(number)).isEmpty();
        }
    }

    /// Tells its customer so after a quarter of an hour in which no attempt got an answer.
    ///
    /// @return what it is called
    private static OrderReference failed(NumberShop shop, String number) {
        shop.goesWrong(new Fault.RequestFails(ORDER, 1_000, 503));
        NumberOrder order = NumberOrder.begun(
                shop.account,
                NumberOrderId.of(shop.account, "one"),
                new Wish(new PhoneNumber(number), "desk", Optional.empty()),
                shop.wiring.clock().instant());
        shop.wiring.numberDesk().buy(order, 5, Duration.ofSeconds(1));
        reconcile(shop, order.reference(), Duration.ofMinutes(16));
        assertThat(reason(shop, number)).isEqualTo("carrier-unavailable");
        shop.goesWrong();
        return order.reference();
    }

    private static void carriedOut(NumberShop shop, String number, OrderReference order) {
        String reference = order.toString();
        shop.wiring.market().place(new PhoneNumber(number), reference);
        await().atMost(PATIENCE)
                .until(() -> shop.wiring.market().placed(reference).stream()
                        .map(CarrierOrder::state)
                        .toList()
                        .equals(List.of(State.SUCCEEDED)));
    }

    /// As the reconciler does, but only for this order: other tests share the database.
    private static void reconcile(NumberShop shop, OrderReference order, Duration later) {
        Instant then = shop.wiring.clock().instant().plus(later);
        FunctionsWiring at = shop.at(Clock.fixed(then, ZoneOffset.UTC));
        assertThat(at.numberOrders().due(then, 1_000)).contains(order);
        at.numberDesk().resume(order, Duration.ofSeconds(5));
    }

    private static String reason(NumberShop shop, String number) {
        return shown(shop, number).path("reason").path("code").asText();
    }

    private static List<String> steps(NumberShop shop, String number) {
        return shown(shop, number).path("purchase").path("steps").findValuesAsText("step");
    }

    private static JsonNode shown(NumberShop shop, String number) {
        return shop.shown(number).orElseThrow();
    }
}
