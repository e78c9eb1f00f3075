package dev.pickup.core.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.credential.Sealed;
import dev.pickup.core.credential.Vault;
import dev.pickup.core.credential.Vault.VaultUnavailableException;
import dev.pickup.core.credential.VaultContract;
import dev.pickup.simulators.aws.KmsFault;
import dev.pickup.simulators.aws.KmsLocal;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DisabledException;

class KmsVaultIT extends VaultContract {
    private static final int ATTEMPTS = 3;

    private final KmsLocal kms = KmsLocal.start();
    private final KmsClient client = client(kms);
    private final KmsLocal others = KmsLocal.start();
    private final KmsClient other = client(others);
    private final String firstKey = kms.createKey();
    private String key = firstKey;

    @AfterEach
    void close() {
        client.close();
        other.close();
        kms.close();
        others.close();
    }

    @Override
    protected Vault vault() {
        return new EnvelopeVault(new KmsDataKeys(client, key), new SecureRandom());
    }

    @Override
    protected void rotate() {
        key = kms.createKey();
    }

    @Override
    protected void retireOldKeys() {
        kms.disable(firstKey);
    }

    /// The simulated service would open what any of its own keys wrapped, as the real one does for
    /// whoever is allowed to use the key; so another vault is another service.
    @Override
    protected Vault anotherVault() {
        return new EnvelopeVault(new KmsDataKeys(other, others.createKey()), new SecureRandom());
    }

    @Test
    void aThrottledRequestIsRepeatedAndABusyServiceIsToldAsUnavailable() {
        Sealed sealed = seal();

        kms.failNext(ATTEMPTS - 1, KmsFault.throttled());
        assertThat(open(sealed)).asString(UTF_8).startsWith("KEY0197");

        kms.failNext(ATTEMPTS, KmsFault.throttled());
        assertThatThrownBy(() -> open(sealed)).isInstanceOf(VaultUnavailableException.class);
        kms.failNext(ATTEMPTS, KmsFault.internal());
        assertThatThrownBy(this::seal).isInstanceOf(VaultUnavailableException.class);
        assertThat(open(sealed)).asString(UTF_8).startsWith("KEY0197");
    }

    @Test
    void aServiceThatIsGoneIsUnavailable() {
        Sealed sealed = seal();
        kms.close();

        assertThatThrownBy(() -> open(sealed)).isInstanceOf(VaultUnavailableException.class);
    }

    @Test
    void aDisabledKeyIsADefectOfTheDeploymentAndNotABrokenSecret() {
        Sealed sealed = seal();
        kms.disable(firstKey);

        assertThatThrownBy(() -> open(sealed)).isInstanceOf(DisabledException.class);
    }

    private static KmsClient client(KmsLocal kms) {
        return KmsClient.builder()
                .endpointOverride(kms.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(20)))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build()))
                .build();
    }
}
