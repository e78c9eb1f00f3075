package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Keeps what the accounts have over a restart: a carrier does not forget its customers' numbers when a customer's
/// program stops. Written after every change, whole, by putting a new file in place of the old one. Any thread.
public final class AccountsFile {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final ObjectNode dumps = JSON.createObjectNode();

    private AccountsFile(Path file) {
        this.file = file;
    }

    /// What the file holds is there again, and from now on every change is written to it.
    ///
    /// @throws UncheckedIOException the file cannot be read, written or understood
    public static void attach(Path file, Accounts accounts) {
        AccountsFile attached = new AccountsFile(file);
        attached.read(accounts);
        for (CarrierAccount account : accounts.all()) {
            attached.dumps.set(account.organizationId(), account.dump());
            account.resources().onChange(() -> attached.write(account));
        }
    }

    private void read(Accounts accounts) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            JsonNode all = JSON.readTree(file.toFile());
            accounts.all().stream()
                    .filter(a -> all.has(a.organizationId()))
                    .forEach(a -> a.restore(all.path(a.organizationId())));
        } catch (IOException e) {
            throw new UncheckedIOException("The accounts of the exchange cannot be read.", e);
        }
    }

    /// Called by a thread that changes the account and nobody else can: of the others, what was last written is kept,
    /// because waiting for them here could mean waiting for one another.
    private synchronized void write(CarrierAccount account) {
        dumps.set(account.organizationId(), account.dump());
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writeValue(next.toFile(), dumps);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The accounts of the exchange cannot be written.", e);
        }
    }
}
