package dev.pickup.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.credential.SealContext;
import dev.pickup.core.credential.Sealed;
import dev.pickup.core.credential.Vault;
import dev.pickup.core.vault.EnvelopeVault;
import dev.pickup.core.vault.KmsDataKeys;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.KmsClient;

class KmsEmulatorIT {
    @Test
    void whatIsSealedForOneAccountOpensForNoOther() {
        try (KmsClient client = Emulator.client(KmsClient.builder(), "KMS").build()) {
            String key = client.createKey().keyMetadata().keyId();
            Vault vault = new EnvelopeVault(new KmsDataKeys(client, key), new SecureRandom());
            Sealed sealed = vault.seal("secret".getBytes(StandardCharsets.UTF_8), context("acc_one"));
            assertThat(vault.open(sealed, context("acc_one")))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("secret");
            assertThatThrownBy(() -> vault.open(sealed, context("acc_two")))
                    .isInstanceOf(Vault.SealBrokenException.class);
            assertThat(vault.open(vault.rewrap(sealed, context("acc_one")), context("acc_one")))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("secret");
        }
    }

    private static SealContext context(String account) {
        return new SealContext(new AccountId(account), new CredentialId("cred_1"));
    }
}
