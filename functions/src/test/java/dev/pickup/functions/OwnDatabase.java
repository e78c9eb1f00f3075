package dev.pickup.functions;

import dev.pickup.core.state.DatabaseClient;
import dev.pickup.core.state.TableSetup;
import dev.pickup.simulators.aws.DynamoDbLocal;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A database for one test class that counts or sweeps what all accounts have; others share [TestDatabase]. For a
/// static field with `@RegisterExtension`.
public final class OwnDatabase implements BeforeAllCallback, AfterAllCallback {
    private final DynamoDbLocal server = DynamoDbLocal.inMemory();
    private final DynamoDbClient client = DatabaseClient.local(server.endpoint());

    public DynamoDbClient client() {
        return client;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        TableSetup.createMissingWithoutSweep(client);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        client.close();
        server.close();
    }
}
