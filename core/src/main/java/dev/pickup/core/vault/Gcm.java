package dev.pickup.core.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pickup.core.credential.Vault.SealBrokenException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with a 96-bit nonce and a 128-bit tag (NIST SP 800-38D). Pure; any thread.
final class Gcm {
    static final int NONCE_BYTES = 12;
    static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;

    private Gcm() {}

    static byte[] seal(byte[] key, byte[] nonce, byte[] context, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /// @param what names the thing in the fault
    /// @throws SealBrokenException key, nonce, context or text is not the one it was sealed with
    static byte[] open(byte[] key, byte[] nonce, byte[] context, byte[] sealed, String what) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(sealed);
        } catch (AEADBadTagException _) {
            throw new SealBrokenException(what);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /// A context as bytes, the same for every order of its entries. Lengths stand in front, so that no
    /// two contexts give the same bytes.
    static byte[] canonical(String purpose, Map<String, String> context) {
        StringBuilder text = new StringBuilder(purpose);
        new TreeMap<>(context)
                .forEach((name, value) -> text.append('\n')
                        .append(name.length())
                        .append(':')
                        .append(name)
                        .append(value.length())
                        .append(':')
                        .append(value));
        return text.toString().getBytes(UTF_8);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
