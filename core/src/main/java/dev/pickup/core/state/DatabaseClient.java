package dev.pickup.core.state;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Makes the one DynamoDB client of a process: the only place with time-outs and retries of the database.
public final class DatabaseClient {
    // A warm request takes single-digit ms; a caller waits for what we do here, so giving up early beats hanging.
    private static final Patience CLOUD =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(6));
    // The database shares the machine with all else that starts, and its own first requests load its classes.
    private static final Patience ONE_MACHINE =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(40));
    private static final int MAX_ATTEMPTS = 5;
    private static final BackoffStrategy PAUSE =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofMillis(500));

    private DatabaseClient() {}

    /// The cloud's client: Region and credentials come from where the process runs.
    public static DynamoDbClient create() {
        return builder(CLOUD).build();
    }

    /// A client of DynamoDB Local, which takes any credentials.
    public static DynamoDbClient local(URI endpoint) {
        return builder(ONE_MACHINE)
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }

    private static DynamoDbClientBuilder builder(Patience patience) {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(patience.connect())
                        .socketTimeout(patience.attempt()))
                .overrideConfiguration(o -> o.retryStrategy(retries())
                        .apiCallAttemptTimeout(patience.attempt())
                        .apiCallTimeout(patience.allAttempts()));
    }

    private static StandardRetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(MAX_ATTEMPTS)
                .backoffStrategy(PAUSE)
                .retryOnException(DatabaseClient::lostToAnotherTransaction)
                .build();
    }

    /// Two transactions met at one item. Nothing was written, so the same one may be tried again.
    private static boolean lostToAnotherTransaction(Throwable fault) {
        return fault instanceof TransactionCanceledException canceled
                && canceled.cancellationReasons().stream().anyMatch(r -> "TransactionConflict".equals(r.code()))
                && canceled.cancellationReasons().stream().noneMatch(r -> "ConditionalCheckFailed".equals(r.code()));
    }

    private record Patience(Duration connect, Duration attempt, Duration allAttempts) {}
}
