package dev.pickup.media.recording;

import dev.pickup.media.audio.Recordings.Recording;
import dev.pickup.media.audio.Recordings.RecordingUnavailableException;
import dev.pickup.media.audio.WavHeader;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// One recording on its way to S3: one object when it is short, else parts of an upload. The first part goes up with
/// an open length and once more, with the right one, at the end. Belongs to the recorder's writing thread.
final class S3Recording implements Recording {
    private static final Logger LOG = LoggerFactory.getLogger(S3Recording.class);

    /// The least S3 takes for a part that is not the last.
    private static final int PART_BYTES = 5 * 1024 * 1024;

    private static final String TYPE = "audio/wav";

    private final S3Client client;
    private final S3Target target;
    private final String key;
    private final SortedMap<Integer, CompletedPart> parts = new TreeMap<>();
    private final SpoolFile first;
    private SpoolFile current;
    private long audioBytes;
    private Progress progress = new Progress.Unsent();

    private sealed interface Progress {
        /// Nothing was sent yet.
        record Unsent() implements Progress {}

        record Uploading(String id) implements Progress {}

        /// Given up.
        record Broken() implements Progress {}
    }

    S3Recording(S3Client client, S3Target target, String key, SpoolFile first) throws IOException {
        this.client = client;
        this.target = target;
        this.key = key;
        this.first = first;
        this.current = first;
        first.append(WavHeader.of(WavHeader.UNKNOWN));
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public void append(short[] caller, short[] agent) {
        byte[] bytes = WavHeader.audio(caller, agent);
        attempt(() -> {
            current.append(bytes);
            audioBytes += bytes.length;
            if (current.size() >= PART_BYTES) {
                send(parts.size() + 1, current);
                nextPart();
            }
        });
    }

    @Override
    public void close() {
        try (first;
                SpoolFile _ = current) {
            attempt(this::finish);
        } catch (IOException e) {
            throw new RecordingUnavailableException("Cannot tidy up the task's disk.", e);
        }
    }

    private void nextPart() throws IOException {
        SpoolFile sent = current;
        current = sent.next();
        if (sent != first) {
            sent.close();
        }
    }

    private void finish() throws IOException {
        switch (progress) {
            case Progress.Unsent _ -> {
                first.overwrite(WavHeader.of(audioBytes));
                client.putObject(
                        r -> r.bucket(target.bucket())
                                .key(key)
                                .contentType(TYPE)
                                .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                                .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                                .ssekmsKeyId(target.keyId())
                                .bucketKeyEnabled(true),
                        RequestBody.fromFile(first.path()));
            }
            case Progress.Uploading(String id) -> complete(id);
            case Progress.Broken _ -> {}
        }
    }

    private void complete(String id) throws IOException {
        if (current.size() > 0) {
            send(parts.size() + 1, current);
        }
        first.overwrite(WavHeader.of(audioBytes));
        send(1, first);
        client.completeMultipartUpload(
                r -> r.bucket(target.bucket()).key(key).uploadId(id).multipartUpload(m -> m.parts(parts.values())));
    }

    private void send(int number, SpoolFile part) {
        String id = uploadId();
        UploadPartResponse taken = client.uploadPart(
                r -> r.bucket(target.bucket())
                        .key(key)
                        .uploadId(id)
                        .partNumber(number)
                        .checksumAlgorithm(ChecksumAlgorithm.CRC32),
                RequestBody.fromFile(part.path()));
        parts.put(
                number,
                CompletedPart.builder()
                        .partNumber(number)
                        .eTag(taken.eTag())
                        .checksumCRC32(taken.checksumCRC32())
                        .build());
    }

    private String uploadId() {
        if (progress instanceof Progress.Uploading(String id)) {
            return id;
        }
        String begun = client.createMultipartUpload(r -> r.bucket(target.bucket())
                        .key(key)
                        .contentType(TYPE)
                        .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                        .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(target.keyId())
                        .bucketKeyEnabled(true))
                .uploadId();
        progress = new Progress.Uploading(begun);
        return begun;
    }

    private interface Step {
        void run() throws IOException;
    }

    /// A step that fails ends the recording: what lies in the bucket is thrown away, as it has a gap.
    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException | SdkException e) {
            abort();
            throw new RecordingUnavailableException(
                    "The recording cannot be kept: " + e.getClass().getSimpleName(), e);
        }
    }

    private void abort() {
        if (progress instanceof Progress.Uploading(String id)) {
            try {
                client.abortMultipartUpload(
                        r -> r.bucket(target.bucket()).key(key).uploadId(id));
            } catch (SdkException e) {
                LOG.warn(
                        "recording-parts-left {}: the bucket's own rule removes them after a day ({})",
                        key,
                        e.getClass().getSimpleName());
            }
        }
        progress = new Progress.Broken();
    }
}
