package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.appointment.AppointmentStore;
import dev.pickup.core.appointment.AppointmentStoreContract;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(TestDatabase.class)
class DynamoDbAppointmentStoreIT extends AppointmentStoreContract {
    private final Database database;

    DynamoDbAppointmentStoreIT(Database database) {
        this.database = database;
    }

    @Override
    protected AppointmentStore store() {
        return new DynamoDbAppointmentStore(database);
    }

    @Override
    protected AccountId newAccount() {
        return TestDatabase.newAccount();
    }

    @Override
    protected void corrupt(AccountId account, AgentId agent, LocalDate day) {
        database.client()
                .updateItem(r -> r.tableName(Tables.ACCOUNTS.name())
                        .key(Attributes.of(Keys.account(account), Keys.day(agent, day))
                                .toMap())
                        .updateExpression("SET appointments[0].#start = :start")
                        .expressionAttributeNames(Map.of("#start", "start"))
                        .expressionAttributeValues(Map.of(":start", AttributeValue.fromS("three"))));
    }
}
