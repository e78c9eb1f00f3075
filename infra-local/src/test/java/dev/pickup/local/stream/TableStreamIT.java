package dev.pickup.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.pickup.local.lambda.LambdaHost;
import dev.pickup.simulators.aws.DynamoDbLocal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

class TableStreamIT {
    private static final StaticCredentialsProvider ANY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    private static final AtomicInteger TABLES = new AtomicInteger();
    private static DynamoDbLocal database;
    private static DynamoDbClient client;
    private static DynamoDbStreamsClient streams;

    @TempDir
    Path folder;

    private final LambdaHost host = new LambdaHost();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private String table;
    private String streamArn;
    private SegmentedLog parked;

    @BeforeAll
    static void startDatabase() {
        database = DynamoDbLocal.inMemory();
        client = DynamoDbClient.builder()
                .endpointOverride(database.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(ANY)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        streams = DynamoDbStreamsClient.builder()
                .endpointOverride(database.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(ANY)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    static void stopDatabase() {
        streams.close();
        client.close();
        database.close();
    }

    @BeforeEach
    void makeTable() {
        table = "changes-" + TABLES.incrementAndGet();
        streamArn = client.createTable(request -> request.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("pk")
                                .keyType(KeyType.HASH)
                                .build())
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("pk")
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .streamSpecification(
                                stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)))
                .tableDescription()
                .latestStreamArn();
        parked = SegmentedLog.open(folder.resolve("parked"), LogLimits.USUAL);
    }

    @AfterEach
    void stop() {
        host.close();
        parked.close();
    }

    @Test
    void everyChangeArrivesInOrderWithKeysAndBothImages() {
        List<DynamodbStreamRecord> changes = new CopyOnWriteArrayList<>();
        try (TableStream stream = stream(event -> {
            changes.addAll(event.getRecords());
            return done();
        })) {
            put("a", "1");
            put("a", "2");
            client.deleteItem(request -> request.tableName(table).key(Map.of("pk", text("a"))));
            await().until(() -> changes.size() == 3);
            assertThat(changes)
                    .extracting(DynamodbStreamRecord::getEventName)
                    .containsExactly("INSERT", "MODIFY", "REMOVE");
            var modified = changes.get(1).getDynamodb();
            assertThat(modified.getKeys().get("pk").getS()).isEqualTo("a");
            assertThat(modified.getOldImage().get("value").getS()).isEqualTo("1");
            assertThat(modified.getNewImage().get("value").getS()).isEqualTo("2");
            assertThat(stream.parked()).isZero();
        }
    }

    @Test
    void aRefusedChangeIsTriedAgainFromThereAndNothingBeforeItIsRepeated() {
        AtomicInteger refusals = new AtomicInteger(2);
        try (TableStream stream = stream(event -> {
            for (DynamodbStreamRecord change : event.getRecords()) {
                if (value(change).equals("2") && refusals.getAndDecrement() > 0) {
                    return failedFrom(change.getDynamodb().getSequenceNumber());
                }
                seen.add(value(change));
            }
            return done();
        })) {
            put("a", "1");
            put("a", "2");
            put("a", "3");
            await().until(() -> seen.size() == 3);
            assertThat(seen).containsExactly("1", "2", "3");
            assertThat(stream.parked()).isZero();
        }
    }

    @Test
    void afterARestartItGoesOnAfterItsCheckpoint() {
        try (TableStream stream = stream(this::take)) {
            put("a", "1");
            await().until(() -> seen.size() == 1);
            long rounds = stream.emptyRounds();
            await().until(() -> stream.emptyRounds() > rounds + 1);
        }
        put("a", "2");
        try (TableStream stream = stream(this::take)) {
            await().until(() -> seen.size() > 1);
            long rounds = stream.emptyRounds();
            await().until(() -> stream.emptyRounds() > rounds + 1);
        }
        assertThat(seen).containsExactly("1", "2");
    }

    private TableStream stream(Function<DynamodbEvent, StreamsEventResponse> function) {
        return new TableStream(
                streams,
                streamArn,
                folder.resolve("checkpoints"),
                parked,
                host.host("test", Duration.ofSeconds(10), (event, context) -> function.apply(event)));
    }

    private StreamsEventResponse take(DynamodbEvent event) {
        event.getRecords().forEach(change -> seen.add(value(change)));
        return done();
    }

    private void put(String key, String value) {
        client.putItem(request -> request.tableName(table).item(Map.of("pk", text(key), "value", text(value))));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static String value(DynamodbStreamRecord change) {
        return change.getDynamodb().getNewImage().get("value").getS();
    }

    private static StreamsEventResponse done() {
        return StreamsEventResponse.builder().build();
    }

    private static StreamsEventResponse failedFrom(String sequenceNumber) {
        return StreamsEventResponse.builder()
                .withBatchItemFailures(List.of(BatchItemFailure.builder()
                        .withItemIdentifier(sequenceNumber)
                        .build()))
                .build();
    }
}
