package dev.pickup.media.speech.aws;

import dev.pickup.media.speaking.PhraseCache;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/// Phrases as objects `phrases/ID.pcm` of 16-bit little-endian samples in a bucket, encrypted under the account
/// data's KMS key. All tasks share them: what one has made, the next one finds. Any thread.
public final class S3PhraseCache implements PhraseCache {
    private static final Logger LOG = LoggerFactory.getLogger(S3PhraseCache.class);
    private static final String FOLDER = "phrases/";
    private static final String TYPE = "audio/L16;rate=16000";

    private final S3Client client;
    private final String bucket;
    private final String keyId;

    /// @param client with time-outs and retries of its own
    /// @param keyId  id or ARN of the KMS key that the bucket demands
    public S3PhraseCache(S3Client client, String bucket, String keyId) {
        this.client = client;
        this.bucket = bucket;
        this.keyId = keyId;
    }

    @Override
    public Optional<short[]> find(Phrase phrase) {
        try {
            ByteBuffer bytes = client.getObjectAsBytes(r -> r.bucket(bucket).key(key(phrase)))
                    .asByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN);
            short[] samples = new short[bytes.remaining() / Short.BYTES];
            bytes.asShortBuffer().get(samples);
            return samples.length == 0 ? Optional.empty() : Optional.of(samples);
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException e) {
            LOG.warn("phrase-not-read: {}", e.getClass().getSimpleName());
            return Optional.empty(); // it is made again
        }
    }

    @Override
    public void keep(Phrase phrase, short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        try {
            client.putObject(
                    r -> r.bucket(bucket)
                            .key(key(phrase))
                            .contentType(TYPE)
                            .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                            .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                            .ssekmsKeyId(keyId)
                            .bucketKeyEnabled(true),
                    RequestBody.fromBytes(bytes.array()));
        } catch (SdkException e) {
            LOG.warn("phrase-not-kept: {}", e.getClass().getSimpleName());
        }
    }

    private static String key(Phrase phrase) {
        return FOLDER + phrase.id() + ".pcm";
    }
}
