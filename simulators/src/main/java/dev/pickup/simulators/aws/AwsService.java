package dev.pickup.simulators.aws;

/// What a simulated service does with requests that were let in. Any thread.
public interface AwsService {
    /// In the credential scope of signatures, e.g. `kinesis`.
    String signingName();

    AwsReply answer(AwsRequest request);

    /// A refusal in the service's own protocol.
    AwsReply refuse(AwsRequest request, int status, String code, String message);
}
