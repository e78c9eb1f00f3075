package dev.pickup.core.state;

import dev.pickup.core.call.CallClaimsContract;
import dev.pickup.core.call.CallStores;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DynamoDbCallClaimsIT extends CallClaimsContract {
    private final Database database;

    DynamoDbCallClaimsIT(Database database) {
        this.database = database;
    }

    @Override
    protected CallStores stores() {
        return new DynamoDbCallStores(database);
    }
}
