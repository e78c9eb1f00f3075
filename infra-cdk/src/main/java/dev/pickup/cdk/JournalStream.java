package dev.pickup.cdk;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.kinesis.StreamEncryption;
import software.amazon.awscdk.services.kinesis.StreamMode;
import software.constructs.Construct;

/// The journal of all live calls, partitioned by call id. On demand: capacity follows the calls.
///
/// Kept for a week: a projector that failed over a long weekend still finds every record.
final class JournalStream extends Construct {
    private static final Duration RETENTION = Duration.days(7);

    JournalStream(Construct scope, String id, DataKey key) {
        super(scope, id);
        Stream stream = Stream.Builder.create(this, "Stream")
                .streamName("pickup-call-journal")
                .streamMode(StreamMode.ON_DEMAND)
                .encryption(StreamEncryption.KMS)
                .encryptionKey(key.key())
                .retentionPeriod(RETENTION)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        NagSuppressions.addResourceSuppressions(
                stream,
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-KDS3")
                        .reason("It holds what callers say: the customer's own key, like all call data, at its cost.")
                        .build()));
    }
}
