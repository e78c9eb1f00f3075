package dev.pickup.core.state;

import dev.pickup.core.call.CallStoreContract;
import dev.pickup.core.call.CallStores;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DynamoDbCallStoreIT extends CallStoreContract {
    private final Database database;

    DynamoDbCallStoreIT(Database database) {
        this.database = database;
    }

    @Override
    protected CallStores stores() {
        return new DynamoDbCallStores(database);
    }
}
