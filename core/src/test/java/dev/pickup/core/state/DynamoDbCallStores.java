package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.call.CallClaims;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallStore;
import dev.pickup.core.call.CallStores;
import dev.pickup.core.call.Finalizations;
import dev.pickup.core.call.JournalProjection;
import dev.pickup.core.call.PendingCommands;

/// Calls in a real database.
record DynamoDbCallStores(Database database) implements CallStores {
    @Override
    public CallStore calls() {
        return new DynamoDbCallStore(database);
    }

    @Override
    public PendingCommands commands() {
        return new DynamoDbPendingCommands(database);
    }

    @Override
    public CallClaims claims() {
        return new DynamoDbCallClaims(database, calls(), agents());
    }

    @Override
    public JournalProjection journal() {
        return new DynamoDbJournalProjection(database);
    }

    @Override
    public Finalizations finalizations() {
        return new DynamoDbFinalizations(database);
    }

    @Override
    public AgentStore agents() {
        return new DynamoDbAgentStore(database);
    }

    @Override
    public AccountId newAccount() {
        return TestDatabase.newAccount();
    }

    @Override
    public void corrupt(CallId call, String attribute) {
        database.client()
                .updateItem(r -> r.tableName(Tables.CALLS.name())
                        .key(CallHeader.key(call))
                        .updateExpression("REMOVE " + attribute));
    }
}
