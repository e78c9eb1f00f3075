package dev.pickup.local.stack;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.pickup.core.state.TableShape;
import dev.pickup.core.state.Tables;
import dev.pickup.local.bus.LocalEventBus;
import dev.pickup.local.lambda.LocalFunction;
import dev.pickup.local.stream.EmbeddedJournal;
import dev.pickup.local.stream.LogLimits;
import dev.pickup.local.stream.SegmentedLog;
import dev.pickup.local.stream.TableStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// What feeds the functions: the call journal, and the tables' streams. Closing it first lets everything arrive.
final class EventSources implements AutoCloseable {
    /// How long a close waits for what is under way; what is late is delivered after the next start.
    private static final Duration SETTLE = Duration.ofSeconds(15);

    private static final long LOOK_MS = 20;

    private final Closer closer = new Closer();
    private final EmbeddedJournal journal;
    private final List<TableStream> streams;
    private final LocalEventBus bus;

    EventSources(DataFolder folder, URI dynamoDb, DynamoDbClient tables, LocalFunctions functions, LocalEventBus bus) {
        this.bus = bus;
        DynamoDbStreamsClient client = closer.register(streamsClient(dynamoDb));
        SegmentedLog parked = closer.register(SegmentedLog.open(folder.state("parked"), LogLimits.USUAL));
        Mapping mapping = new Mapping(folder, client, tables, parked);
        streams = List.of(
                closer.register(mapping.stream(Tables.CALLS, functions.finalization())),
                closer.register(mapping.stream(Tables.CALLS, functions.callsOutbox())),
                closer.register(mapping.stream(Tables.ACCOUNTS, functions.accountsOutbox())));
        journal = closer.register(new EmbeddedJournal(
                folder.state("journal"), LogLimits.USUAL, functions.projector(), Clock.systemUTC()));
    }

    EmbeddedJournal journal() {
        return journal;
    }

    /// Waits, in the order of the flow, until everything that was written so far has had its effect.
    void settle() throws InterruptedException {
        long end = System.nanoTime() + SETTLE.toNanos();
        await(journal::isCaughtUp, end);
        for (TableStream stream : streams) {
            long rounds = stream.emptyRounds() + 2;
            await(() -> stream.emptyRounds() >= rounds, end);
        }
        await(bus::isCaughtUp, end);
    }

    @Override
    public void close() {
        closer.close();
    }

    private static void await(BooleanSupplier fact, long end) throws InterruptedException {
        while (!fact.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(LOOK_MS);
        }
    }

    private static DynamoDbStreamsClient streamsClient(URI endpoint) {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(5)))
                .build();
    }

    private record Mapping(
            DataFolder folder, DynamoDbStreamsClient streams, DynamoDbClient tables, SegmentedLog parked) {
        TableStream stream(TableShape table, LocalFunction<DynamodbEvent, StreamsEventResponse> function) {
            String arn = tables.describeTable(request -> request.tableName(table.name()))
                    .table()
                    .latestStreamArn();
            return new TableStream(streams, arn, folder.state("checkpoints/" + function.name()), parked, function);
        }
    }
}
