package dev.pickup.functions.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.number.Did;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.TestDatabase;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Numbers that are given back.
@ExtendWith(TestDatabase.class)
@Execution(ExecutionMode.CONCURRENT)
class ReleaseIT {
    private final DynamoDbClient database;

    ReleaseIT(DynamoDbClient database) {
        this.database = database;
    }

    @Test
    void aNumberIsGivenBackAndIsNobodys() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            shop.buy("one", number);

            assertThat(shop.stranger(TestDatabase.newAccount())
                            .ask(NumberShop.RELEASE, Map.of("e164", number))
                            .problem())
                    .isEqualTo("404 number-not-found");
            assertThat(shop.release(number).status()).isEqualTo(204);

            assertThat(shop.carrierHas(number)).isFalse();
            assertThat(shop.shown(number)).isEmpty();
            assertThat(shop.wiring.numbers().resolve(new PhoneNumber(number))).isEmpty();
            assertThat(shop.release(number).problem()).isEqualTo("404 number-not-found");
            assertThat(shop.buy("one", number).problem()).isEqualTo("409 number-released");
        }
    }

    @Test
    void aNumberThatWasBroughtIsRolledBackInstead() {
        try (NumberShop shop = NumberShop.open(database)) {
            PhoneNumber number = new PhoneNumber("+1415555" + (1_000 + (int) (Math.random() * 9_000)));
            shop.wiring
                    .numbers()
                    .add(new Did(
                            shop.account,
                            number,
                            "",
                            Did.Source.BYOP,
                            Did.CarrierName.TELNYX,
                            "1",
                            Did.Status.ACTIVE,
                            Optional.empty(),
                            shop.wiring.clock().instant(),
                            Optional.empty(),
                            1));

            assertThat(shop.release(number.e164()).problem()).isEqualTo("409 roll-back-instead");
        }
    }
}
