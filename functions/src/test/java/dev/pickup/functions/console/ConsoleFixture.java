package dev.pickup.functions.console;

import dev.pickup.core.account.Account;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DynamoDbAccountStore;
import dev.pickup.core.state.DynamoDbAgentStore;
import dev.pickup.core.state.DynamoDbCallStore;
import dev.pickup.core.state.DynamoDbNumberOrders;
import dev.pickup.core.state.DynamoDbNumberStore;
import dev.pickup.core.state.DynamoDbUsageStore;
import dev.pickup.functions.Console;
import dev.pickup.functions.TestDatabase;
import dev.pickup.functions.runtime.api.ApiRoutes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// An account of its own on the real database, and the API over it.
final class ConsoleFixture {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final String WAV_KEY = "acc/call.wav";

    final AccountId account = TestDatabase.newAccount();
    final Database database;
    final ConsoleParts parts;
    final ApiRoutes api;
    final Console owner;

    ConsoleFixture(Database database) {
        this.database = database;
        parts = parts(database);
        api = ConsoleApi.of(parts);
        owner = Console.owner(api, account);
        parts.accounts()
                .create(new Account(account, "Alder Dental", 10, Optional.empty(), Account.Status.ACTIVE, NOW, 1));
    }

    /// The API over any database.
    static ApiRoutes api(Database database) {
        return ConsoleApi.of(parts(database));
    }

    private static ConsoleParts parts(Database database) {
        return new ConsoleParts(
                new DynamoDbAccountStore(database),
                new DynamoDbAgentStore(database),
                new DynamoDbNumberStore(database),
                new DynamoDbNumberOrders(database),
                new DynamoDbCallStore(database),
                new DynamoDbUsageStore(database),
                key -> key.equals(WAV_KEY) ? Optional.of(new byte[] {'R', 'I', 'F', 'F'}) : Optional.empty(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /// Makes an agent from the clinic's template.
    String agent() {
        return owner.ask("POST /api/agents", Map.of(), """
                        {"template": "clinic", "settings": {"name": "Desk"}}""")
                .json()
                .path("agentId")
                .asText();
    }

    PhoneNumber number() {
        PhoneNumber number =
                new PhoneNumber("+1" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_999_999_999L));
        parts.numbers()
                .add(new Did(
                        account,
                        number,
                        "front desk",
                        Did.Source.MANAGED,
                        Did.CarrierName.TELNYX,
                        "1293384261075731499",
                        Did.Status.ACTIVE,
                        Optional.empty(),
                        NOW,
                        Optional.empty(),
                        1));
        return number;
    }
}
