package dev.pickup.media.speech.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
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
    public <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C extends SdkClient>
            StreamingClient<C> client(B builder, int mostStreams) {
        return client(builder, http(mostStreams));
    }

    /// The same for requests whose answers only are streams, which an emulator without TLS takes over HTTP/1.1. With
    /// TLS it is HTTP/2 at any endpoint: client and service agree on it in the handshake.
    public <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C extends SdkClient>
            StreamingClient<C> clientOfEmulatorToo(B builder, int mostStreams) {
        boolean plain = endpoint.filter(uri -> "http".equals(uri.getScheme())).isPresent();
        return client(builder, plain ? http(mostStreams).protocol(Protocol.HTTP1_1) : http(mostStreams));
    }

    /// The SDK's client alone. Whoever asks for it leaves [ClientThreads] when it is closed.
    <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C extends SdkClient> C sdkClient(
            B builder, int mostStreams, Sockets sockets) {
        return sdkClient(builder, http(mostStreams), sockets);
    }

    private <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C extends SdkClient>
            StreamingClient<C> client(B builder, NettyNioAsyncHttpClient.Builder http) {
        Sockets sockets = new Sockets();
        return new StreamingClient<>(sdkClient(builder, http, sockets), sockets);
    }

    private static NettyNioAsyncHttpClient.Builder http(int mostStreams) {
        return NettyNioAsyncHttpClient.builder()
                .maxConcurrency(mostStreams)
                .connectionTimeout(CONNECT)
                .connectionAcquisitionTimeout(CONNECT);
    }

    private <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C extends SdkClient> C sdkClient(
            B builder, NettyNioAsyncHttpClient.Builder http, Sockets sockets) {
        // As a builder: on it the service sets which HTTP it speaks, as it knows best.
        builder.httpClientBuilder(http.eventLoopGroup(SdkEventLoopGroup.create(ClientThreads.enter(), sockets)))
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .region(region)
                .credentialsProvider(credentials);
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
