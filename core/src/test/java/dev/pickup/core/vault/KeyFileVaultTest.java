package dev.pickup.core.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.credential.Vault;
import dev.pickup.core.credential.VaultContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileVaultTest extends VaultContract {
    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    @Override
    protected Vault vault() {
        return opened(file());
    }

    @Override
    protected void rotate() {
        opened(file());
        KeyFileDataKeys.rotate(file(), random);
    }

    /// A key stays in its line, so that those after it are found: another one stands where it was.
    @Override
    protected void retireOldKeys() {
        try {
            List<String> lines = Files.readAllLines(file());
            Path strange = folder.resolve("strange");
            KeyFileDataKeys.open(strange, random);
            lines.set(0, Files.readAllLines(strange).getFirst());
            Files.write(file(), lines);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Vault anotherVault() {
        return opened(folder.resolve("another.key"));
    }

    @Test
    void onlyItsOwnerMayReadTheFile() throws IOException {
        vault();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsNoKeyFileIsLeftAloneAndRefused() throws IOException {
        Files.writeString(file(), "not a key\n");

        assertThatThrownBy(this::vault)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("put back the one that was there");
        assertThat(file()).hasContent("not a key\n");
    }

    private Vault opened(Path file) {
        return new EnvelopeVault(KeyFileDataKeys.open(file, random), random);
    }

    private Path file() {
        return folder.resolve("vault.key");
    }
}
