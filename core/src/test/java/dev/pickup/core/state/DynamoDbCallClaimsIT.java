package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.call.CallClaims;
import dev.pickup.core.call.CallClaimsContract;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallStore;
import dev.pickup.core.call.Finalizations;
import dev.pickup.core.call.JournalProjection;
import dev.pickup.core.call.PendingCommands;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DynamoDbCallClaimsIT extends CallClaimsContract {
    private final Database database;

    DynamoDbCallClaimsIT(Database database) {
        this.database = database;
    }

    @Override
    protected CallStore calls() {
        return new DynamoDbCallStore(database);
    }

    @Override
    protected PendingCommands commands() {
        return new DynamoDbPendingCommands(database);
    }

    @Override
    protected CallClaims claims() {
        return new DynamoDbCallClaims(database, calls(), agents());
    }

    @Override
    protected JournalProjection journal() {
        return new DynamoDbJournalProjection(database);
    }

    @Override
    protected Finalizations finalizations() {
        return new DynamoDbFinalizations(database);
    }

    @Override
    protected AgentStore agents() {
        return new DynamoDbAgentStore(database);
    }

    @Override
    protected AccountId newAccount() {
        return TestDatabase.newAccount();
    }

    @Override
    protected void corrupt(CallId call, String attribute) {
        database.client()
                .updateItem(r -> r.tableName(Tables.CALLS.name())
                        .key(CallHeader.key(call))
                        .updateExpression("REMOVE " + attribute));
    }
}
