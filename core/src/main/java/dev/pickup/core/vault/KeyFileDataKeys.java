package dev.pickup.core.vault;

import dev.pickup.core.credential.Vault.SealBrokenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Master keys in a file that only its owner can read: for the local run, where there is no key service.
/// A line for each key in base64, the newest last; all of them unwrap, the newest wraps.
///
/// Wrapped keys: one byte with the key's line, a nonce, AES-256-GCM ciphertext and tag over the context.
public final class KeyFileDataKeys implements DataKeys {
    private static final int MOST_KEYS = 200;

    private final List<byte[]> masters;
    private final RandomGenerator random;

    private KeyFileDataKeys(List<byte[]> masters, RandomGenerator random) {
        this.masters = masters;
        this.random = random;
    }

    /// Reads the file; makes it with one key when it is not there.
    ///
    /// @param random makes keys: a `SecureRandom` outside of tests
    /// @throws IllegalStateException it is there and is no key file: what it sealed would be lost by a
    /// new one
    public static KeyFileDataKeys open(Path file, RandomGenerator random) {
        if (!Files.exists(file)) {
            append(file, List.of(), random);
        }
        return new KeyFileDataKeys(read(file), random);
    }

    /// Adds a key, which wraps from now on for whoever opens the file.
    public static void rotate(Path file, RandomGenerator random) {
        append(file, read(file), random);
    }

    @Override
    public DataKey generate(Map<String, String> context) {
        byte[] key = new byte[Gcm.KEY_BYTES];
        random.nextBytes(key);
        return new DataKey(key, wrap(key, context));
    }

    @Override
    public byte[] unwrap(byte[] wrapped, Map<String, String> context) {
        if (wrapped.length <= 1 + Gcm.NONCE_BYTES) {
            throw new SealBrokenException("wrapped key");
        }
        int line = Byte.toUnsignedInt(wrapped[0]);
        if (line >= masters.size()) {
            throw new SealBrokenException("master key");
        }
        byte[] nonce = Arrays.copyOfRange(wrapped, 1, 1 + Gcm.NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(wrapped, 1 + Gcm.NONCE_BYTES, wrapped.length);
        return Gcm.open(masters.get(line), nonce, authenticated(context), sealed, "wrapped key");
    }

    @Override
    public byte[] rewrap(byte[] wrapped, Map<String, String> context) {
        byte[] key = unwrap(wrapped, context);
        try {
            return wrap(key, context);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] wrap(byte[] key, Map<String, String> context) {
        byte[] nonce = new byte[Gcm.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = Gcm.seal(masters.getLast(), nonce, authenticated(context), key);
        return ByteBuffer.allocate(1 + nonce.length + sealed.length)
                .put((byte) (masters.size() - 1))
                .put(nonce)
                .put(sealed)
                .array();
    }

    private static byte[] authenticated(Map<String, String> context) {
        return Gcm.canonical("key file", context);
    }

    private static List<byte[]> read(Path file) {
        try {
            List<byte[]> keys = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                keys.add(Base64.getDecoder().decode(line));
            }
            if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length != Gcm.KEY_BYTES)) {
                throw new IllegalStateException(file + " is not a key file; put back the one that was there.");
            }
            return keys;
        } catch (IllegalArgumentException _) {
            throw new IllegalStateException(file + " is not a key file; put back the one that was there.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All or nothing: a file that is cut would lose what was sealed.
    private static void append(Path file, List<byte[]> before, RandomGenerator random) {
        if (before.size() >= MOST_KEYS) {
            throw new IllegalStateException("A key file has at most " + MOST_KEYS + " keys.");
        }
        byte[] key = new byte[Gcm.KEY_BYTES];
        random.nextBytes(key);
        List<String> lines = new ArrayList<>();
        before.forEach(old -> lines.add(Base64.getEncoder().encodeToString(old)));
        lines.add(Base64.getEncoder().encodeToString(key));
        try {
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".draft", ownerOnly(file));
            Files.write(draft, lines);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
