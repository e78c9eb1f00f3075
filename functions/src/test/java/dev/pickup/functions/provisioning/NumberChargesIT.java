package dev.pickup.functions.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.usage.NumberCharge;
import dev.pickup.core.usage.UsageStore;
import dev.pickup.core.usage.UsageStore.CountOutcome;
import dev.pickup.functions.Console;
import dev.pickup.functions.TestDatabase;
import dev.pickup.functions.billing.NumberChargesHandler;
import dev.pickup.functions.console.ConsoleApi;
import dev.pickup.functions.console.ConsoleParts;
import dev.pickup.functions.console.RecordingSource;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.api.ApiRoutes;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What a bought number costs: charged by the scheduled run, once for each month of it.
@ExtendWith(TestDatabase.class)
class NumberChargesIT {
    private final DynamoDbClient database;

    NumberChargesIT(DynamoDbClient database) {
        this.database = database;
    }

    @Test
    void everyMonthIsChargedOnceHoweverOftenTheRunIsRepeated() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            assertThat(shop.buy("one", number).status()).isEqualTo(201);

            run(shop, Duration.ofDays(0));
            assertThat(charges(shop)).isEmpty();

            run(shop, Duration.ofDays(95)); // three ends of a month lie in between
            run(shop, Duration.ofDays(95));

            List<NumberCharge> charges = charges(shop);
            assertThat(charges).hasSizeBetween(3, 4).allSatisfy(charge -> {
                assertThat(charge.number().e164()).isEqualTo(number);
                assertThat(charge.cost().totalMicros()).isPositive();
            });
            assertThat(charges).extracting(NumberCharge::month).doesNotHaveDuplicates();
            assertThat(charges.get(1).cost().totalMicros())
                    .as("a whole month")
                    .isEqualTo(shop.shown(number)
                            .orElseThrow()
                            .at("/monthlyPrice/micros")
                            .asLong());
            assertThat(counted(shop, charges.get(1)))
                    .isEqualTo(charges.get(1).cost().totalMicros());
        }
    }

    @Test
    void theRunningMonthAccruesInTheUsageUntilItIsChargedAndIsNeverInBoth() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            shop.buy("one", number);
            YearMonth month = YearMonth.now(Clock.systemUTC());

            JsonNode usage = usage(shop, month, Duration.ZERO);
            assertThat(usage.path("numberMicros").asLong()).isZero();
            JsonNode accruing = usage.path("accruing");
            assertThat(accruing.path("numbers")).singleElement().satisfies(one -> {
                assertThat(one.path("phoneNumber").asText()).isEqualTo(number);
                assertThat(one.path("from")).isEqualTo(one.path("to"));
                assertThat(one.path("micros")).isEqualTo(accruing.path("numberMicros"));
            });
            assertThat(charges(shop)).as("nothing is written by looking").isEmpty();

            Duration monthAndMore = Duration.ofDays(31);
            long whole = usage(shop, month, monthAndMore)
                    .at("/accruing/numberMicros")
                    .asLong();
            assertThat(whole)
                    .isGreaterThanOrEqualTo(accruing.path("numberMicros").asLong());
            run(shop, monthAndMore);
            assertThat(usage(shop, month, monthAndMore).at("/accruing/numbers")).isEmpty();
            NumberCharge charge = charges(shop).getFirst();
            assertThat(charge.cost().totalMicros()).isEqualTo(whole);
            shop.wiring.usage().count(shop.account, charge.toEvent());
            assertThat(usage(shop, month, monthAndMore).path("numberMicros").asLong())
                    .isEqualTo(whole);
        }
    }

    private static JsonNode usage(NumberShop shop, YearMonth month, Duration later) {
        FunctionsWiring at = shop.at(Clock.offset(Clock.systemUTC(), later));
        ApiRoutes api = ConsoleApi.of(new ConsoleParts(
                at.accounts(),
                at.agents(),
                at.numbers(),
                at.numberOrders(),
                at.calls(),
                at.usage(),
                RecordingSource.NONE,
                at.clock()));
        return Console.owner(api, shop.account)
                .ask("GET /api/usage", Map.of("?month", month.toString()))
                .json();
    }

    @Test
    void aNumberGivenBackIsChargedAtOnceForItsDays() {
        try (NumberShop shop = NumberShop.open(database)) {
            String number = shop.someNumber();
            shop.buy("one", number);
            shop.release(number);

            run(shop, Duration.ofDays(0));
            run(shop, Duration.ofDays(95));

            assertThat(charges(shop)).singleElement().satisfies(charge -> {
                assertThat(charge.cost().parts())
                        .extracting(part -> part.part())
                        .containsExactly("number", "number-setup");
                assertThat(charge.from()).isEqualTo(charge.to());
            });
        }
    }

    /// Adds it to the totals, twice, as the bus delivers at least once.
    private static long counted(NumberShop shop, NumberCharge charge) {
        UsageStore usage = shop.wiring.usage();
        assertThat(usage.count(shop.account, charge.toEvent())).isEqualTo(CountOutcome.COUNTED);
        assertThat(usage.count(shop.account, charge.toEvent())).isEqualTo(CountOutcome.ALREADY_COUNTED);
        var totals = usage.totals(shop.account, charge.month());
        assertThat(totals.account().micros()).isEqualTo(totals.numberMicros());
        assertThat(totals.numbers().get(charge.number().e164()).micros()).isEqualTo(totals.numberMicros());
        return totals.numberMicros();
    }

    private static void run(NumberShop shop, Duration later) {
        new NumberChargesHandler(shop.at(Clock.offset(Clock.systemUTC(), later)))
                .handleRequest(new ScheduledEvent(), null);
    }

    private static List<NumberCharge> charges(NumberShop shop) {
        List<NumberCharge> all = new ArrayList<>();
        YearMonth first = YearMonth.now(Clock.system(ZoneOffset.UTC));
        for (int i = 0; i < 5; i++) {
            all.addAll(shop.wiring
                    .usage()
                    .charges(shop.account, first.plusMonths(i), 10, Optional.empty())
                    .items());
        }
        return all;
    }
}
