package dev.pickup.simulators.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.simulators.aws.AwsChunks.Bytes;
import dev.pickup.simulators.aws.S3Bucket.Named;
import dev.pickup.simulators.aws.S3Bucket.Part;
import dev.pickup.simulators.aws.S3Bucket.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class S3BucketTest {
    private static final int FIVE_MIB = 5 * 1024 * 1024;

    private final S3Bucket bucket = new S3Bucket();
    private final String upload = bucket.begin("a.wav", "audio/wav", "key-1").id();

    @Test
    void partsMakeAnObjectInTheOrderOfTheirNumbers() throws Refused {
        bucket.part(upload, 2, part(3, (byte) 2));
        bucket.part(upload, 1, part(FIVE_MIB, (byte) 1));
        bucket.complete(upload, List.of(named(1), named(2)));
        byte[] whole = bucket.get("a.wav").orElseThrow().bytes().value();
        assertThat(whole).hasSize(FIVE_MIB + 3).startsWith(1).endsWith(2);
        assertThat(bucket.uploads("")).isEmpty();
    }

    @Test
    void aSmallPartMayOnlyBeTheLast() throws Refused {
        bucket.part(upload, 1, part(FIVE_MIB - 1, (byte) 1));
        bucket.part(upload, 2, part(1, (byte) 2));
        assertThatThrownBy(() -> bucket.complete(upload, List.of(named(1), named(2))))
                .hasMessage("EntityTooSmall");
        assertThat(bucket.get("a.wav")).isEmpty();
    }

    @Test
    void partsOutOfOrderUnknownOrOfAnotherSumAreRefused() throws Refused {
        bucket.part(upload, 1, part(FIVE_MIB, (byte) 1));
        bucket.part(upload, 2, part(FIVE_MIB, (byte) 2));
        assertThatThrownBy(() -> bucket.complete(upload, List.of(named(2), named(1))))
                .hasMessage("InvalidPartOrder");
        assertThatThrownBy(() -> bucket.complete(upload, List.of(named(3)))).hasMessage("InvalidPart");
        assertThatThrownBy(() -> bucket.complete(upload, List.of(new Named(1, "\"tag\"", "other"))))
                .hasMessage("InvalidPart");
    }

    @Test
    void whatWasAbortedIsGone() throws Refused {
        bucket.part(upload, 1, part(1, (byte) 1));
        bucket.abort(upload);
        assertThatThrownBy(() -> bucket.part(upload, 2, part(1, (byte) 1))).hasMessage("NoSuchUpload");
    }

    private static Part part(int length, byte value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, value);
        return new Part(new Bytes(bytes), "\"tag\"", "sum");
    }

    private static Named named(int number) {
        return new Named(number, "\"tag\"", "sum");
    }
}
