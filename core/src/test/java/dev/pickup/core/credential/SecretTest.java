package dev.pickup.core.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.carrier.CarrierCredentials.Twilio;
import dev.pickup.core.credential.SecretsCodec.Secrets;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final String TEXT = "0123456789abcdef0123456789abcdef";

    @Test
    void itNeverPrintsNeitherAloneNorInWhatHoldsIt() {
        Secret secret = Secret.of(TEXT);
        Twilio credentials = new Twilio(
                "AC" + "1".repeat(32),
                Optional.of(secret),
                Optional.of(new Twilio.ApiKey("SK" + "1".repeat(32), secret)));

        assertThat(secret.toString() + credentials + new Secrets(credentials, Optional.of(secret)))
                .doesNotContain(TEXT.substring(0, 6), "cdef");
        assertThat(secret.hashCode())
                .isEqualTo(Secret.of("another secret altogether").hashCode());
    }

    @Test
    void itsEndIsShownUnlessItIsSoShortThatItWouldGiveItAway() {
        assertThat(Secret.of(TEXT).lastFour()).isEqualTo("cdef");
        assertThat(Secret.of("short-secret").lastFour()).isEmpty();
        assertThatThrownBy(() -> Secret.of(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyFormOfCredentialsIsReadAsItWasWritten() {
        Secret secret = Secret.of(TEXT);
        Twilio.ApiKey key = new Twilio.ApiKey("SK" + "2".repeat(32), secret);
        String sid = "AC" + "1".repeat(32);
        for (CarrierCredentials credentials : new CarrierCredentials[] {
            new CarrierCredentials.Telnyx(Secret.of("KEY0123_abc")),
            new Twilio(sid, Optional.of(secret), Optional.empty()),
            new Twilio(sid, Optional.empty(), Optional.of(key)),
            new Twilio(sid, Optional.of(secret), Optional.of(key))
        }) {
            Secrets secrets = new Secrets(credentials, Optional.of(secret));
            assertThat(SecretsCodec.read(SecretsCodec.write(secrets))).isEqualTo(secrets);
        }
    }

    @Test
    void whatIsNoneIsRefusedWithoutBeingRepeated() {
        for (String text : new String[] {
            "", "{}", "{\"carrier\":\"TELNYX\"}", "{\"carrier\":\"TELNYX\",\"apiKey\":\"" + TEXT + "\"}"
        }) {
            assertThatThrownBy(() -> SecretsCodec.read(text.getBytes(UTF_8)))
                    .isInstanceOf(Vault.SealBrokenException.class)
                    .hasMessageNotContaining(TEXT)
                    .hasNoCause();
        }
    }

    @Test
    void idsAreOfFullLengthAndNoTwoAreAlike() {
        SecureRandom random = new SecureRandom();

        assertThat(CredentialId.next(random)).isNotEqualTo(CredentialId.next(random));
        assertThat(CredentialId.next(random).value()).matches("cred_[0-9a-v]{26}");
        assertThat(new SealContext(new AccountId("acc_a"), new CredentialId("cred_b")).toMap())
                .containsEntry("account", "acc_a")
                .containsEntry("credential", "cred_b");
    }
}
