package dev.pickup.core.credential;

import java.util.Arrays;
import java.util.Base64;

/// Ciphertext with all that opening it needs but the key. Safe to store; of no use to whoever has only
/// it.
public final class Sealed {
    private final byte[] bytes;

    private Sealed(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Sealed of(byte[] bytes) {
        return new Sealed(bytes.clone());
    }

    /// @throws IllegalArgumentException not base64
    public static Sealed ofText(String base64) {
        return new Sealed(Base64.getDecoder().decode(base64));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// In base64, as it is stored.
    public String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Sealed[" + bytes.length + " bytes]";
    }
}
