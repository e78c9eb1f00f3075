package dev.pickup.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.audio.Recordings;
import dev.pickup.media.recording.S3Recordings;
import dev.pickup.media.recording.S3Target;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

class S3EmulatorIT {
    private static final int SECOND = 16_000;

    @TempDir
    private Path spool;

    @Test
    void shortAndLongRecordingsAreWholeAndEncrypted() {
        try (S3Client s3 = Emulator.client(S3Client.builder(), "S3")
                        .forcePathStyle(true)
                        .build();
                KmsClient kms = Emulator.client(KmsClient.builder(), "KMS").build()) {
            String key = kms.createKey().keyMetadata().keyId();
            String bucket = "recordings-" + UUID.randomUUID();
            s3.createBucket(r -> r.bucket(bucket));
            Recordings recordings = new S3Recordings(s3, new S3Target(bucket, key), spool);
            assertWhole(s3, bucket, record(recordings, "call_1", 3), 3);
            assertWhole(s3, bucket, record(recordings, "call_2", 170), 170);
        }
    }

    private static String record(Recordings recordings, String call, int seconds) {
        try (Recordings.Recording recording = recordings.open("acc_demo", call, 1)) {
            for (int i = 0; i < seconds; i++) {
                recording.append(new short[SECOND], new short[SECOND]);
            }
            return recording.key();
        }
    }

    private static void assertWhole(S3Client s3, String bucket, String key, int seconds) {
        var head = s3.headObject(r -> r.bucket(bucket).key(key));
        assertThat(head.contentLength()).isEqualTo(44 + 4L * seconds * SECOND);
        assertThat(head.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
    }
}
