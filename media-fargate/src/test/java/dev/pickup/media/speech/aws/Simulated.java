package dev.pickup.media.speech.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// The way to a simulated service.
public final class Simulated {
    private Simulated() {}

    public static AwsAccess at(URI endpoint) {
        return new AwsAccess(
                Region.US_EAST_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDSIMULATED", "secret")),
                Optional.of(endpoint));
    }
}
