package dev.pickup.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.account.Account;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.account.AccountStore;
import dev.pickup.core.carrier.WebhookInbox;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DatabaseClient;
import dev.pickup.core.state.DynamoDbAccountStore;
import dev.pickup.core.state.DynamoDbWebhookInbox;
import dev.pickup.core.state.TableSetup;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbEmulatorIT {
    // Of the wall clock, by which the endpoint sweeps away what has expired.
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Test
    void tablesAreMadeAndConditionsHold() {
        try (DynamoDbClient client = DatabaseClient.local(Emulator.endpoint("DYNAMODB"))) {
            TableSetup.createMissing(client);
            TableSetup.createMissing(client);
            Database database = new Database(client);
            DynamoDbAccountStore accounts = new DynamoDbAccountStore(database);
            AccountId id = new AccountId("acc_" + UUID.randomUUID().toString().replace("-", ""));
            Account account = new Account(id, "Clinic", 5, Optional.empty(), Account.Status.ACTIVE, now, 1);
            assertThat(accounts.create(account)).isEqualTo(AccountStore.SaveOutcome.SAVED);
            assertThat(accounts.create(account)).isEqualTo(AccountStore.SaveOutcome.EXISTS);
            assertThat(accounts.find(id)).contains(account);

            WebhookInbox inbox = new DynamoDbWebhookInbox(database, CarrierName.TELNYX);
            String event = UUID.randomUUID().toString();
            assertThat(inbox.claim(event, now)).isEqualTo(WebhookInbox.Claim.FRESH);
            assertThat(inbox.claim(event, now)).isEqualTo(WebhookInbox.Claim.IN_PROGRESS);
        }
    }
}
