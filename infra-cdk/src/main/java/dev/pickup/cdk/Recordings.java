package dev.pickup.cdk;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/// Recordings of calls, and who read them. Not versioned on purpose: a recording that a caller asks us to delete is
/// gone.
final class Recordings extends Construct {
    /// From here on rarely listened to; also the least that S3 allows for this class.
    private static final Duration RARELY_HEARD = Duration.days(30);

    /// The end of every recording, whatever its agent says: chosen so that nothing is kept by being forgotten.
    private static final Duration LONGEST_KEPT = Duration.days(365);

    /// A call is at most hours long, so an upload that is a day old belongs to a task that died.
    private static final Duration ABANDONED_UPLOAD = Duration.days(1);

    private static final Duration ACCESS_LOG_KEPT = Duration.days(90);

    Recordings(Construct scope, String id, DataKey key) {
        super(scope, id);
        privateBucket("Bucket")
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key.key())
                .bucketKeyEnabled(true)
                .serverAccessLogsBucket(accessLog())
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("age")
                        .transitions(List.of(Transition.builder()
                                .storageClass(StorageClass.INFREQUENT_ACCESS)
                                .transitionAfter(RARELY_HEARD)
                                .build()))
                        .expiration(LONGEST_KEPT)
                        .abortIncompleteMultipartUploadAfter(ABANDONED_UPLOAD)
                        .build()))
                .build();
    }

    /// S3 delivers access logs to a bucket under its own key only.
    private Bucket accessLog() {
        return privateBucket("AccessLog")
                .encryption(BucketEncryption.S3_MANAGED)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("age")
                        .expiration(ACCESS_LOG_KEPT)
                        .build()))
                .build();
    }

    private Bucket.Builder privateBucket(String id) {
        return Bucket.Builder.create(this, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .removalPolicy(RemovalPolicy.RETAIN);
    }
}
