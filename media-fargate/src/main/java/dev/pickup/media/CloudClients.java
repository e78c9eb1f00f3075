package dev.pickup.media;

import dev.pickup.core.state.DatabaseClient;
import dev.pickup.media.speech.aws.AwsAccess;
import dev.pickup.media.speech.aws.StreamingClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Makes the AWS clients of a media task: the only place with their time-outs and retries.
///
/// @param environment Region, credentials and endpoints; what it does not name comes from where the task runs
record CloudClients(MediaEnvironment environment) {
    private static final Duration CONNECT = Duration.ofSeconds(1);

    /// The tools function's own limit is 10 s; a caller hears nothing of it meanwhile.
    private static final Duration LONGEST_TOOL = Duration.ofMillis(11_500);

    /// A batch that takes longer is sent again; the buffer holds what waits.
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(5);

    /// 5 MiB go up in well under a second from inside the Region.
    private static final Duration LONGEST_PART = Duration.ofSeconds(10);

    private static final int TRIES = 3;

    /// At once: more than the calls of a task, as some replies are hedged or speculative.
    private static final int MOST_REPLIES = 500;

    DynamoDbClient dynamoDb() {
        return environment.endpoint("DYNAMODB").map(DatabaseClient::local).orElseGet(DatabaseClient::create);
    }

    KinesisClient kinesis() {
        return http(located(KinesisClient.builder(), "KINESIS"), LONGEST_BATCH)
                .overrideConfiguration(
                        o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(LONGEST_BATCH))
                .build();
    }

    LambdaClient lambda() {
        return http(located(LambdaClient.builder(), "LAMBDA"), LONGEST_TOOL)
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(TRIES)
                                .build())
                        .apiCallTimeout(LONGEST_TOOL))
                .build();
    }

    /// Answers in tens of milliseconds.
    KmsClient kms() {
        return http(located(KmsClient.builder(), "KMS"), LONGEST_BATCH)
                .overrideConfiguration(o -> o.apiCallTimeout(LONGEST_BATCH))
                .build();
    }

    S3Client s3() {
        return http(located(S3Client.builder(), "S3"), LONGEST_PART)
                .forcePathStyle(environment.endpoint("S3").isPresent())
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(TRIES)
                                .build())
                        .apiCallAttemptTimeout(LONGEST_PART))
                .build();
    }

    /// Streams replies; repeats nothing by itself.
    StreamingClient<BedrockRuntimeAsyncClient> bedrock() {
        return streaming("BEDROCK_RUNTIME").clientOfEmulatorToo(BedrockRuntimeAsyncClient.builder(), MOST_REPLIES);
    }

    /// Region, credentials and endpoint of a client.
    private <B extends AwsClientBuilder<B, ?>> B located(B builder, String service) {
        environment.region().map(Region::of).ifPresent(builder::region);
        Optional<String> key = environment.text("AWS_ACCESS_KEY_ID");
        if (key.isPresent() && environment.text("AWS_SESSION_TOKEN").isEmpty()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    key.get(), environment.text("AWS_SECRET_ACCESS_KEY").orElse(""))));
        }
        Optional<URI> endpoint = environment.endpoint(service);
        endpoint.ifPresent(builder::endpointOverride);
        return builder;
    }

    /// The way to a service that streams.
    AwsAccess streaming(String service) {
        Optional<String> key = environment.text("AWS_ACCESS_KEY_ID");
        boolean fixed = key.isPresent() && environment.text("AWS_SESSION_TOKEN").isEmpty();
        return new AwsAccess(
                environment.region().map(Region::of).orElse(Region.US_EAST_1),
                fixed
                        ? StaticCredentialsProvider.create(AwsBasicCredentials.create(
                                key.get(),
                                environment.text("AWS_SECRET_ACCESS_KEY").orElse("")))
                        : DefaultCredentialsProvider.builder().build(),
                environment.endpoint(service));
    }

    private static <B extends AwsSyncClientBuilder<B, ?>> B http(B builder, Duration longest) {
        return builder.httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(longest));
    }
}
