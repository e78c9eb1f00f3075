package dev.pickup.core.state;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.pickup.core.state.TableShape.Index;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// Makes the tables of [Tables] where no cloud stack does: local runs and tests.
public final class TableSetup {
    private TableSetup() {}

    /// Creates the tables that are missing, and indexes that tables of an older version lack, and waits until each
    /// table can be used. Repeat: harmless.
    public static void createMissing(DynamoDbClient client) {
        for (TableShape table : Tables.ALL) {
            if (create(client, table)) {
                table.expiry().ifPresent(attribute -> expire(client, table, attribute));
            }
        }
    }

    /// The same for tests whose clock stands still: what expires by that clock expired long ago by the database's own,
    /// and would be swept away under the test. Here nothing is swept; our own reads must see what has expired.
    public static void createMissingWithoutSweep(DynamoDbClient client) {
        for (TableShape table : Tables.ALL) {
            create(client, table);
        }
    }

    /// Whether it was missing.
    private static boolean create(DynamoDbClient client, TableShape table) {
        try {
            client.createTable(request(table));
        } catch (ResourceInUseException _) {
            addIndexes(client, table); // made by an earlier start: its data stays
            return false;
        }
        client.waiter().waitUntilTableExists(r -> r.tableName(table.name()));
        return true;
    }

    private static void expire(DynamoDbClient client, TableShape table, String attribute) {
        client.updateTimeToLive(r -> r.tableName(table.name())
                .timeToLiveSpecification(t -> t.attributeName(attribute).enabled(true)));
    }

    private static void addIndexes(DynamoDbClient client, TableShape table) {
        Set<String> there =
                client.describeTable(r -> r.tableName(table.name())).table().globalSecondaryIndexes().stream()
                        .map(GlobalSecondaryIndexDescription::indexName)
                        .collect(toUnmodifiableSet());
        for (Index index : table.indexes()) {
            if (!there.contains(index.name())) {
                GlobalSecondaryIndexUpdate missing = GlobalSecondaryIndexUpdate.builder()
                        .create(c -> c.indexName(index.name())
                                .keySchema(keys(index.partition(), index.sort()))
                                .projection(
                                        p -> p.projectionType(index.projection().name())))
                        .build();
                client.updateTable(r -> r.tableName(table.name())
                        .attributeDefinitions(attributes(table))
                        .globalSecondaryIndexUpdates(List.of(missing)));
                client.waiter().waitUntilTableExists(r -> r.tableName(table.name()));
            }
        }
    }

    private static CreateTableRequest request(TableShape table) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes(table))
                .keySchema(keys(Tables.PARTITION, Tables.SORT));
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    table.indexes().stream().map(TableSetup::index).toList());
        }
        table.stream()
                .ifPresent(stream ->
                        request.streamSpecification(s -> s.streamEnabled(true).streamViewType(stream.name())));
        return request.build();
    }

    private static List<AttributeDefinition> attributes(TableShape table) {
        return Stream.concat(
                        Stream.of(Tables.PARTITION, Tables.SORT),
                        table.indexes().stream().flatMap(index -> Stream.of(index.partition(), index.sort())))
                .map(name -> AttributeDefinition.builder()
                        .attributeName(name)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .toList();
    }

    private static GlobalSecondaryIndex index(Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.partition(), index.sort()))
                .projection(p -> p.projectionType(index.projection().name()))
                .build();
    }

    private static List<KeySchemaElement> keys(String partition, String sort) {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(partition)
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(sort)
                        .keyType(KeyType.RANGE)
                        .build());
    }
}
