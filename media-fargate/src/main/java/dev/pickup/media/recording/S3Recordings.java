package dev.pickup.media.recording;

import dev.pickup.media.audio.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/// Recordings as WAV objects `ACCOUNT/CALL-EPOCH.wav` in a bucket, encrypted under the account data's KMS key.
///
/// A recording goes up in parts of 5 MiB (82 s) while the call runs; meanwhile a part lies on the task's disk, so that
/// a call costs no heap. A task that dies leaves the parts behind: the task that takes the call over completes them
/// when it begins its own recording. `open` never waits for S3. Any thread.
public final class S3Recordings implements Recordings {
    private static final Logger LOG = LoggerFactory.getLogger(S3Recordings.class);

    private final S3Client client;
    private final S3Target target;
    private final Path spool;

    /// @param client takes part of a request's time-out and retries: a part that fails after them ends the recording
    /// @param spool  a folder of this task's own
    public S3Recordings(S3Client client, S3Target target, Path spool) {
        this.client = client;
        this.target = target;
        this.spool = spool;
    }

    @Override
    public Recording open(String account, String call, int epoch) {
        String prefix = account + "/" + call + "-";
        try {
            Files.createDirectories(spool);
            if (epoch > 1) {
                Thread.ofVirtual().name("recording-rescue").start(() -> completeAbandoned(prefix, epoch));
            }
            return new S3Recording(client, target, prefix + epoch + ".wav", SpoolFile.create(spool));
        } catch (IOException e) {
            throw new RecordingUnavailableException("Cannot write to the task's disk.", e);
        }
    }

    /// What tasks before us left of this call becomes readable; nothing is lost if it cannot be done now: the bucket
    /// keeps parts for a day.
    private void completeAbandoned(String prefix, int epoch) {
        try {
            client.listMultipartUploads(r -> r.bucket(target.bucket()).prefix(prefix)).uploads().stream()
                    .filter(upload -> !upload.key().equals(prefix + epoch + ".wav"))
                    .forEach(this::complete);
        } catch (SdkException e) {
            LOG.warn("recording-not-rescued: {}", e.getClass().getSimpleName());
        }
    }

    private void complete(MultipartUpload upload) {
        List<CompletedPart> parts = client
                .listParts(r -> r.bucket(target.bucket()).key(upload.key()).uploadId(upload.uploadId()))
                .parts()
                .stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.partNumber())
                        .eTag(part.eTag())
                        .checksumCRC32(part.checksumCRC32())
                        .build())
                .toList();
        if (!parts.isEmpty()) {
            client.completeMultipartUpload(r -> r.bucket(target.bucket())
                    .key(upload.key())
                    .uploadId(upload.uploadId())
                    .multipartUpload(m -> m.parts(parts)));
        }
    }
}
