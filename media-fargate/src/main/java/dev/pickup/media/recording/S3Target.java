package dev.pickup.media.recording;

/// Where recordings lie.
///
/// @param bucket its name
/// @param keyId  id or ARN of the KMS key that they are encrypted under
public record S3Target(String bucket, String keyId) {}
