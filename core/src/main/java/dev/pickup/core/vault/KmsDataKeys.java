package dev.pickup.core.vault;

import dev.pickup.core.credential.Vault.SealBrokenException;
import dev.pickup.core.credential.Vault.VaultUnavailableException;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/// Master keys in AWS KMS. The function's role must be allowed `kms:GenerateDataKey`, `kms:Decrypt` and,
/// for rotation, `kms:ReEncrypt*`, each under the condition that the encryption context names an account.
///
/// Source: AWS KMS API Reference, `GenerateDataKey`, `Decrypt`, `ReEncrypt`.
public final class KmsDataKeys implements DataKeys {
    private final KmsClient client;
    private final String keyId;

    /// @param client its settings hold all time-outs and retries
    /// @param keyId  id, ARN or alias of the key that wraps
    public KmsDataKeys(KmsClient client, String keyId) {
        this.client = client;
        this.keyId = keyId;
    }

    @Override
    public DataKey generate(Map<String, String> context) {
        GenerateDataKeyResponse made = run(() -> client.generateDataKey(
                r -> r.keyId(keyId).keySpec(DataKeySpec.AES_256).encryptionContext(context)));
        return new DataKey(made.plaintext().asByteArray(), made.ciphertextBlob().asByteArray());
    }

    /// Which master key wrapped it stands in the wrapping: keys that were rotated out still unwrap.
    @Override
    public byte[] unwrap(byte[] wrapped, Map<String, String> context) {
        return run(() -> client.decrypt(
                        r -> r.ciphertextBlob(SdkBytes.fromByteArray(wrapped)).encryptionContext(context)))
                .plaintext()
                .asByteArray();
    }

    @Override
    public byte[] rewrap(byte[] wrapped, Map<String, String> context) {
        return run(() -> client.reEncrypt(r -> r.ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                        .sourceEncryptionContext(context)
                        .destinationEncryptionContext(context)
                        .destinationKeyId(keyId)))
                .ciphertextBlob()
                .asByteArray();
    }

    private static <T> T run(Supplier<T> request) {
        try {
            return request.get();
        } catch (InvalidCiphertextException _) {
            throw new SealBrokenException("wrapped key");
        } catch (SdkClientException e) {
            throw new VaultUnavailableException(e.getClass().getSimpleName());
        } catch (AwsServiceException e) {
            if (e.statusCode() >= 500 || e.isThrottlingException()) {
                throw new VaultUnavailableException(e.getClass().getSimpleName());
            }
            throw e; // the key is disabled or not ours to use: a defect of the deployment
        }
    }
}
