package dev.pickup.functions.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.number.NumberOrder;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrder.Wish;
import dev.pickup.core.number.NumberOrderId;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.TestDatabase;
import dev.pickup.simulators.telnyx.order.OrderTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(TestDatabase.class)
class OrderWebhookIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DynamoDbClient database;

    OrderWebhookIT(DynamoDbClient database) {
        this.database = database;
    }

    @Test
    void anOrderThatNobodyWaitsForIsCarriedOnByTheCarriersWebhook() throws Exception {
        try (NumberShop shop = NumberShop.open(database, OrderTime.usual())) {
            PhoneNumber number = new PhoneNumber(shop.someNumber());
            NumberOrder order = order(shop.account, number, shop.wiring.clock().instant());
            shop.wiring.numberDesk().buy(order, 5, Duration.ofSeconds(1)); // then its request gives up

            await(() -> shop.wiring
                    .numberOrders()
                    .find(shop.account, order.id())
                    .filter(o -> o.stage() == Stage.ACTIVE)
                    .isPresent());

            JsonNode shown = shop.shown(number.e164()).orElseThrow();
            assertThat(shown.path("status").asText()).isEqualTo("ACTIVE");
            await(() -> shop.webhookAnswers.contains(200));
        }
    }

    @Test
    void whatTheCarrierDidNotSignIsRefusedAndCounted() {
        try (NumberShop shop = NumberShop.open(database)) {
            String body = "{\"data\":{\"id\":\"1\",\"event_type\":\"number_order.complete\",\"payload\":{}}}";

            assertThat(shop.webhook(Map.of(), body).getStatusCode()).isEqualTo(401);
            assertThat(shop.webhook(
                                    Map.of(
                                            "telnyx-timestamp",
                                            Long.toString(Instant.now().getEpochSecond()),
                                            "telnyx-signature-ed25519",
                                            "AAAA"),
                                    body)
                            .getStatusCode())
                    .isEqualTo(401);
            assertThat(shop.counted).contains("WebhookRefused:signature-invalid");
        }
    }

    private static NumberOrder order(AccountId account, PhoneNumber number, Instant now) {
        return NumberOrder.begun(
                account, NumberOrderId.of(account, "left alone"), new Wish(number, "", Optional.empty()), now);
    }

    private static void await(BooleanSupplier fact) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
