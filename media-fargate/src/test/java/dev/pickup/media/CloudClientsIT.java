package dev.pickup.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.aws.S3Simulator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class CloudClientsIT {
    @Test
    void whoeverSignsWithAnotherSecretIsNotLetIn() {
        S3Simulator bucket = new S3Simulator("recordings", "key-1");
        try (AwsEndpoint endpoint = AwsEndpoint.start(bucket);
                S3Client stranger = CloudUnderTest.strangersS3(endpoint)) {
            assertThatThrownBy(() -> stranger.putObject(
                            r -> r.bucket("recordings").key("a").ssekmsKeyId("key-1"), RequestBody.fromString("x")))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
            assertThat(endpoint.refusals()).contains("InvalidSignatureException");
            assertThat(bucket.keys()).isEmpty();
        }
    }
}
