package dev.pickup.functions.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pickup.core.MalformedEventException;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DynamoDbUsageStore;
import dev.pickup.core.usage.MonthlyTotals.Total;
import dev.pickup.core.usage.UsageStore;
import dev.pickup.functions.TestDatabase;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class BillingHandlerIT {
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    private final AccountId account = TestDatabase.newAccount();
    private final UsageStore usage;
    private final BillingHandler handler;

    BillingHandlerIT(Database database) {
        usage = new DynamoDbUsageStore(database);
        handler = new BillingHandler(new Billing(usage));
    }

    @Test
    void aFinalizedCallIsCountedOnceHoweverOftenItIsDelivered() throws Exception {
        handler.handleRequest(delivered("call.finalized"), null);
        handler.handleRequest(delivered("call.finalized"), null);

        assertThat(usage.totals(account, MONTH).account()).isEqualTo(new Total(1, 61, 21_350));
        assertThat(usage.totals(account, MONTH).agents()).containsOnlyKeys("agt_demo");
    }

    @Test
    void eventsThatCostNothingAreLeftAlone() throws Exception {
        handler.handleRequest(delivered("call.started"), null);

        assertThat(usage.totals(account, MONTH).account()).isEqualTo(Total.NONE);
    }

    @Test
    void whatIsNoEventIsAFault() {
        assertThatThrownBy(() -> handler.handleRequest(Map.of("detail-type", "call.finalized"), null))
                .isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(
                        () -> handler.handleRequest(Map.of("detail-type", "call.finalised", "detail", Map.of()), null))
                .isInstanceOf(MalformedEventException.class);
    }

    /// The golden sample in EventBridge's envelope, of this test's account.
    private Map<String, Object> delivered(String name) throws Exception {
        try (InputStream sample = BillingHandlerIT.class.getResourceAsStream("/sample/" + name + ".json")) {
            Map<String, Object> detail =
                    new HashMap<>(new ObjectMapper().readValue(sample, new TypeReference<Map<String, Object>>() {}));
            detail.put("accountId", account.value());
            return Map.of("source", "pickup", "detail-type", name, "detail", detail);
        }
    }
}
