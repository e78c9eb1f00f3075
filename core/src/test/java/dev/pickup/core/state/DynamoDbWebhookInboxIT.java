package dev.pickup.core.state;

import dev.pickup.core.carrier.WebhookInbox;
import dev.pickup.core.carrier.WebhookInboxContract;
import dev.pickup.core.number.Did.CarrierName;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DynamoDbWebhookInboxIT extends WebhookInboxContract {
    private final Database database;

    DynamoDbWebhookInboxIT(Database database) {
        this.database = database;
    }

    @Override
    protected WebhookInbox inbox() {
        return new DynamoDbWebhookInbox(database, CarrierName.TELNYX);
    }

    @Override
    protected WebhookInbox otherCarriersInbox() {
        return new DynamoDbWebhookInbox(database, CarrierName.TWILIO);
    }

    @Override
    protected void corrupt(String eventId) {
        database.client()
                .updateItem(r -> r.tableName(Tables.IDEMPOTENCY.name())
                        .key(Attributes.of("EVENT#TELNYX#" + eventId, "EVENT").toMap())
                        .updateExpression("REMOVE done"));
    }
}
