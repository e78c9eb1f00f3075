package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.simulators.aws.DynamoDbLocal;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Gives tests a real database with all tables: one for all test classes, closed after the last. Tests keep apart
/// by accounts of their own. Nothing expires from it by the wall clock: tests have clocks of their own.
public final class TestDatabase implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(TestDatabase.class);

    /// An account that no other test has.
    public static AccountId newAccount() {
        return new AccountId("acc_" + UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DynamoDbClient.class
                || parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        DynamoDbClient client = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
                .client();
        return parameter.getParameter().getType() == Database.class ? new Database(client) : client;
    }

    private record Running(DynamoDbLocal server, DynamoDbClient client) implements AutoCloseable {
        static Running start() {
            DynamoDbLocal server = DynamoDbLocal.inMemory();
            DynamoDbClient client = DatabaseClient.local(server.endpoint());
            TableSetup.createMissingWithoutSweep(client);
            return new Running(server, client);
        }

        @Override
        public void close() {
            client.close();
            server.close();
        }
    }
}
