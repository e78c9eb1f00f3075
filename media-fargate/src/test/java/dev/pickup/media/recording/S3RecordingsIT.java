package dev.pickup.media.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.CloudUnderTest;
import dev.pickup.media.audio.Recordings;
import dev.pickup.media.audio.Recordings.RecordingUnavailableException;
import dev.pickup.media.audio.RecordingsContract;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.aws.AwsFault;
import dev.pickup.simulators.aws.S3Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/// The real client against a bucket that takes only what is encrypted under its key and what its checksum fits.
class S3RecordingsIT extends RecordingsContract {
    /// Longer than two parts.
    private static final int LONG = 170;

    @TempDir
    private Path spool;

    private final S3Simulator bucket = new S3Simulator("recordings", "key-1");
    private final AwsEndpoint endpoint = AwsEndpoint.start(bucket);
    private final S3Client client = CloudUnderTest.s3(endpoint);

    @AfterEach
    void stop() throws IOException {
        assertThat(endpoint.refusals()).isEmpty();
        client.close();
        endpoint.close();
        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left).as("nothing stays on the task's disk").isEmpty();
        }
    }

    @Override
    protected Recordings recordings() {
        return new S3Recordings(client, new S3Target("recordings", "key-1"), spool);
    }

    @Override
    protected Optional<byte[]> stored(String key) {
        return bucket.object(key);
    }

    @Test
    void aLongCallGoesUpWhileItRuns() {
        try (Recordings.Recording recording = recordings().open("acc_demo", "call_2", 1)) {
            append(recording, 90);
            assertThat(bucket.unfinished()).containsExactly(recording.key());
            append(recording, LONG - 90);
        }
        assertThat(bucket.unfinished()).isEmpty();
        assertThat(wav("acc_demo/call_2-1.wav").getInt(40)).isEqualTo(LONG * SECOND * 4);
        assertThat(wav("acc_demo/call_2-1.wav").capacity()).isEqualTo(44 + LONG * SECOND * 4);
    }

    @Test
    void aPartThatIsRefusedOnceGoesUpAgain() {
        try (Recordings.Recording recording = recordings().open("acc_demo", "call_2", 1)) {
            endpoint.next(new AwsFault.Refuse(503, "SlowDown"));
            append(recording, LONG);
        }
        assertThat(wav("acc_demo/call_2-1.wav").getInt(40)).isEqualTo(LONG * SECOND * 4);
    }

    @Test
    void aRecordingThatCannotGoOnLeavesNothingBehind() {
        try (Recordings.Recording recording = recordings().open("acc_demo", "call_2", 1)) {
            append(recording, 90);
            endpoint.next(new AwsFault.Refuse(403, "AccessDenied"));
            assertThatThrownBy(() -> append(recording, 90)).isInstanceOf(RecordingUnavailableException.class);
        }
        assertThat(bucket.unfinished()).isEmpty();
        assertThat(bucket.keys()).isEmpty();
    }

    @Test
    void whatADeadTaskLeftIsCompletedByTheNextOne() throws IOException {
        Path deadTasksDisk = Files.createTempDirectory("dead-task");
        S3Target target = new S3Target("recordings", "key-1");
        Recordings.Recording dead = new S3Recordings(client, target, deadTasksDisk).open("acc_demo", "call_2", 1);
        append(dead, 90); // and then it died
        record("call_2", 2);
        await().atMost(Duration.ofSeconds(20)).until(() -> bucket.unfinished().isEmpty());
        assertThat(bucket.keys()).containsExactly("acc_demo/call_2-1.wav", "acc_demo/call_2-2.wav");
        assertThat(wav("acc_demo/call_2-1.wav").getInt(40)).as("open end").isEqualTo(-1);
    }

    @Test
    void aBucketOfAnotherKeyRefuses() {
        Recordings others = new S3Recordings(client, new S3Target("recordings", "key-2"), spool);
        Recordings.Recording recording = others.open("acc_demo", "call_2", 1);
        append(recording, 1);
        assertThatThrownBy(recording::close).isInstanceOf(RecordingUnavailableException.class);
        assertThat(bucket.keys()).isEmpty();
    }

    private void record(String call, int epoch) {
        try (Recordings.Recording recording = recordings().open("acc_demo", call, epoch)) {
            append(recording, 1);
        }
    }
}
