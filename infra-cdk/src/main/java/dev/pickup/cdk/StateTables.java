package dev.pickup.cdk;

import dev.pickup.core.state.TableShape;
import dev.pickup.core.state.TableShape.Index;
import dev.pickup.core.state.Tables;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/// The tables of [Tables], billed per request, recoverable to any second of the last 35 days, and not deletable by
/// accident.
final class StateTables extends Construct {
    StateTables(Construct scope, String id, DataKey key) {
        super(scope, id);
        for (TableShape shape : Tables.ALL) {
            table(shape, key);
        }
    }

    private void table(TableShape shape, DataKey key) {
        TableV2.Builder table = TableV2.Builder.create(this, shape.name())
                .tableName(shape.name())
                .partitionKey(string(Tables.PARTITION))
                .sortKey(string(Tables.SORT))
                .globalSecondaryIndexes(
                        shape.indexes().stream().map(StateTables::index).toList())
                .billing(Billing.onDemand())
                .encryption(TableEncryptionV2.customerManagedKey(key.key()))
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN);
        shape.stream().ifPresent(stream -> table.dynamoStream(streamView(stream)));
        shape.expiry().ifPresent(table::timeToLiveAttribute);
        table.build();
    }

    private static GlobalSecondaryIndexPropsV2 index(Index index) {
        return GlobalSecondaryIndexPropsV2.builder()
                .indexName(index.name())
                .partitionKey(string(index.partition()))
                .sortKey(string(index.sort()))
                .projectionType(
                        switch (index.projection()) {
                            case ALL -> ProjectionType.ALL;
                            case KEYS_ONLY -> ProjectionType.KEYS_ONLY;
                        })
                .build();
    }

    private static StreamViewType streamView(TableShape.ChangeStream stream) {
        return switch (stream) {
            case NEW_IMAGE -> StreamViewType.NEW_IMAGE;
            case NEW_AND_OLD_IMAGES -> StreamViewType.NEW_AND_OLD_IMAGES;
        };
    }

    private static Attribute string(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
