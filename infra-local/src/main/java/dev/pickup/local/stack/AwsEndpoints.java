package dev.pickup.local.stack;

import java.net.URI;
import java.util.Optional;

/// Where the AWS services are that hear and speak; an empty one is simulated in this process.
public record AwsEndpoints(Optional<URI> transcribe, Optional<URI> polly) {
    /// Both simulated.
    public static final AwsEndpoints SIMULATED = new AwsEndpoints(Optional.empty(), Optional.empty());
}
