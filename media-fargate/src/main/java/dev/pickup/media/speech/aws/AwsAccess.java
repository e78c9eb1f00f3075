package dev.pickup.media.speech.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;

/// How to reach the services: the account's Region, or an endpoint that stands in for one of them. Immutable.
///
/// @param endpoint empty for Amazon's own
public record AwsAccess(Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint) {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// A client for streams: Netty (a fifth of a core's percent for each live stream), no retries of its own. A
    /// retry would subscribe to the audio once more and lose seconds; what to do about a broken stream is the
    /// engine's decision.
    ///
    /// @param mostStreams open at once
    public <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C> C client(B builder, int mostStreams) {
        // As a builder: on it the service sets which HTTP it speaks, as it knows best.
        builder.httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(mostStreams)
                        .connectionTimeout(CONNECT)
                        .connectionAcquisitionTimeout(CONNECT))
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .region(region)
                .credentialsProvider(credentials);
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
