package dev.pickup.media.speech.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// Hashes of files, whatever their size.
enum Digest {
    SHA_256("SHA-256"),
    SHA_512("SHA-512");

    private static final int BUFFER_BYTES = 1 << 16;

    private final String algorithm;

    Digest(String algorithm) {
        this.algorithm = algorithm;
    }

    /// Lower-case hexadecimal.
    String hexOf(Path file) throws IOException {
        return HexFormat.of().formatHex(of(file));
    }

    /// As npm writes it: `sha512-` and base64.
    String integrityOf(Path file) throws IOException {
        return algorithm.replace("SHA-", "sha") + "-" + Base64.getEncoder().encodeToString(of(file));
    }

    private byte[] of(Path file) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return digest.digest();
    }

    private MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm + ".", e);
        }
    }
}
