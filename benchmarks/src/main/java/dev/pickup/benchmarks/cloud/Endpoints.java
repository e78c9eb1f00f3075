package dev.pickup.benchmarks.cloud;

import java.net.URI;

/// Where the three services are.
public record Endpoints(URI transcribe, URI bedrock, URI polly) {}
