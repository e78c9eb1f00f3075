package dev.pickup.media.speech.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.CloudUnderTest;
import dev.pickup.media.speaking.PhraseCache;
import dev.pickup.media.speaking.PhraseCacheContract;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.aws.AwsFault;
import dev.pickup.simulators.aws.S3Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/// The real client against a bucket that takes only what is encrypted under its key and what its checksum fits.
class S3PhraseCacheIT extends PhraseCacheContract {
    private final S3Simulator bucket = new S3Simulator("recordings", "key-1");
    private final AwsEndpoint endpoint = AwsEndpoint.start(bucket);
    private final S3Client client = CloudUnderTest.s3(endpoint);

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Override
    protected PhraseCache cache() {
        return new S3PhraseCache(client, "recordings", "key-1");
    }

    @Test
    void anObjectsNameTellsNothingOfItsWords() {
        cache().keep(GREETING, SOUND);

        assertThat(bucket.keys()).singleElement().asString().matches("phrases/[0-9a-f]{64}\\.pcm");
        assertThat(endpoint.refusals()).isEmpty();
    }

    @Test
    void aBucketThatCannotBeReadFindsNothingAndFailsNobody() {
        cache().keep(GREETING, SOUND);
        endpoint.next(
                new AwsFault.Refuse(503, "SlowDown"),
                new AwsFault.Refuse(503, "SlowDown"),
                new AwsFault.Refuse(503, "SlowDown"));

        assertThat(cache().find(GREETING)).isEmpty();
        assertThat(cache().find(GREETING)).as("a moment later").isPresent();
    }

    @Test
    void aBucketThatRefusesKeepsNothingAndFailsNobody() {
        new S3PhraseCache(client, "recordings", "another-key").keep(GREETING, SOUND);

        assertThat(bucket.keys()).isEmpty();
        assertThat(cache().find(GREETING)).isEmpty();
    }
}
