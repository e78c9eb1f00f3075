package dev.pickup.core.state;

import dev.pickup.core.call.CallStores;
import dev.pickup.core.call.FinalizationsContract;
import dev.pickup.core.usage.UsageRecord;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DynamoDbFinalizationsIT extends FinalizationsContract {
    private final Database database;

    DynamoDbFinalizationsIT(Database database) {
        this.database = database;
    }

    @Override
    protected CallStores stores() {
        return new DynamoDbCallStores(database);
    }

    @Override
    protected Optional<UsageRecord> usage(UsageRecord like) {
        return new DynamoDbUsageStore(database).find(like.account(), like.month(), like.id());
    }
}
