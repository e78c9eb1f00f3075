package dev.pickup.core.credential;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.credential.Vault.SealBrokenException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [Vault] does.
public abstract class VaultContract {
    private static final String SECRET = "KEY0197_the-secret-that-nobody-may-see";
    private static final CredentialId CREDENTIAL = new CredentialId("cred_one");
    private static final SealContext OURS = new SealContext(new AccountId("acc_a"), CREDENTIAL);

    protected abstract Vault vault();

    /// Puts a newer master key in force; older ones still open.
    protected abstract void rotate();

    /// Takes the master keys before the newest away for good.
    protected abstract void retireOldKeys();

    /// A vault whose master keys are others.
    protected abstract Vault anotherVault();

    @Test
    void whatWasSealedOpensAgain() {
        Sealed sealed = seal();

        assertThat(vault().open(sealed, OURS)).asString(UTF_8).isEqualTo(SECRET);
        assertThat(vault().open(Sealed.ofText(sealed.text()), OURS))
                .asString(UTF_8)
                .isEqualTo(SECRET);
    }

    @Test
    void anEmptySecretAndALongOneAreSealedToo() {
        byte[] longest = new byte[8 * 1024];
        Arrays.fill(longest, (byte) 7);

        assertThat(vault().open(vault().seal(new byte[0], OURS), OURS)).isEmpty();
        assertThat(vault().open(vault().seal(longest, OURS), OURS)).isEqualTo(longest);
    }

    @Test
    void nothingOfTheSecretShowsAndNoTwoSealingsAreAlike() {
        Sealed one = seal();
        Sealed two = seal();

        assertThat(new String(one.bytes(), ISO_8859_1)).doesNotContain("KEY0197", "secret");
        assertThat(one).isNotEqualTo(two);
        assertThat(one).hasToString("Sealed[" + one.bytes().length + " bytes]");
    }

    @Test
    void itDoesNotOpenForAnotherAccountNorForAnotherCredentialOfTheSame() {
        Sealed sealed = seal();

        refused(sealed, new SealContext(new AccountId("acc_b"), CREDENTIAL));
        refused(sealed, new SealContext(OURS.account(), new CredentialId("cred_two")));
    }

    @Test
    void itDoesNotOpenWithAnotherVaultsKeys() {
        Sealed sealed = seal();

        assertThatThrownBy(() -> anotherVault().open(sealed, OURS)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void aChangedBitAnywhereIsRefused() {
        byte[] sealed = seal().bytes();

        // Every byte of format, length and ends, and a sample of the long middle parts.
        IntStream.range(0, sealed.length)
                .filter(at -> at < 12 || at >= sealed.length - 40 || at % 7 == 0)
                .forEach(at -> {
                    byte[] changed = sealed.clone();
                    changed[at] ^= 1;
                    refused(Sealed.of(changed), OURS);
                });
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {0, 1, 4, 6, 20, 60, 100})
    void whatWasCutIsRefused(int length) {
        refused(Sealed.of(Arrays.copyOf(seal().bytes(), length)), OURS);
    }

    @Test
    void partsOfTwoSealingsDoNotMakeAThird() {
        byte[] one = seal().bytes();
        byte[] two = seal().bytes();
        byte[] mixed = one.clone();
        int tail = SECRET.length() + 16 + 12;
        System.arraycopy(two, two.length - tail, mixed, mixed.length - tail, tail);

        refused(Sealed.of(mixed), OURS);
    }

    @Test
    void rewrappedItOpensAsBeforeAlsoWhenTheOldMasterKeyIsGone() {
        Sealed before = seal();
        rotate();

        Sealed after = vault().rewrap(before, OURS);

        assertThat(after).isNotEqualTo(before);
        assertThat(vault().open(before, OURS)).asString(UTF_8).isEqualTo(SECRET);
        assertThat(vault().open(after, OURS)).asString(UTF_8).isEqualTo(SECRET);
        retireOldKeys();
        assertThat(vault().open(after, OURS)).asString(UTF_8).isEqualTo(SECRET);
        assertThatThrownBy(() -> vault().open(before, OURS)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void itIsNotRewrappedForAnotherAccount() {
        Sealed sealed = seal();

        assertThatThrownBy(() -> vault().rewrap(sealed, new SealContext(new AccountId("acc_b"), CREDENTIAL)))
                .isInstanceOf(SealBrokenException.class);
    }

    protected final Sealed seal() {
        return vault().seal(SECRET.getBytes(UTF_8), OURS);
    }

    protected final byte[] open(Sealed sealed) {
        return vault().open(sealed, OURS);
    }

    private void refused(Sealed sealed, SealContext context) {
        assertThatThrownBy(() -> vault().open(sealed, context))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageNotContaining("KEY0197");
    }
}
