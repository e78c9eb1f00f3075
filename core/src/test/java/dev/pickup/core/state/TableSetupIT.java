package dev.pickup.core.state;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.simulators.aws.DynamoDbLocal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class TableSetupIT {
    private final DynamoDbLocal server = DynamoDbLocal.inMemory();
    private final DynamoDbClient client = DatabaseClient.local(server.endpoint());

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void tablesExpireByTheAttributeOfTheirShapeAndASecondStartChangesNothing() {
        TableSetup.createMissing(client);
        TableSetup.createMissing(client);
        assertThat(expiries())
                .as("by which attribute each table expires")
                .isEqualTo(Tables.ALL.stream().collect(toMap(TableShape::name, TableShape::expiry)))
                .containsEntry(Tables.IDEMPOTENCY.name(), Optional.of(Tables.EXPIRES_AT));
    }

    @Test
    void nothingIsSweptFromTablesWithoutSweep() {
        TableSetup.createMissingWithoutSweep(client);
        assertThat(expiries())
                .as("by which attribute each table expires")
                .hasSameSizeAs(Tables.ALL)
                .allSatisfy((_, expiry) -> assertThat(expiry).isEmpty());
    }

    private Map<String, Optional<String>> expiries() {
        return client.listTables().tableNames().stream().collect(toMap(name -> name, this::expiry));
    }

    private Optional<String> expiry(String table) {
        var ttl = client.describeTimeToLive(r -> r.tableName(table)).timeToLiveDescription();
        return ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLED ? Optional.of(ttl.attributeName()) : Optional.empty();
    }
}
