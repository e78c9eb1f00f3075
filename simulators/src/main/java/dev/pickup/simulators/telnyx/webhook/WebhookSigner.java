package dev.pickup.simulators.telnyx.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// Signs webhooks: Ed25519 over the timestamp, a vertical bar and the raw body. Immutable; any thread.
/// Source: "Webhook fundamentals"; RFC 8032.
public final class WebhookSigner {
    private static final int RAW_KEY_BYTES = 32;

    private final KeyPair keys;

    /// @param seedHex the private key, 64 hex digits
    public WebhookSigner(String seedHex) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(
                    NamedParameterSpec.ED25519, new Seed(HexFormat.of().parseHex(seedHex)));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no Ed25519", e);
        }
    }

    /// Base64 of 32 raw bytes, as `GET /public_key` shows it.
    public String publicKey() {
        byte[] x509 = keys.getPublic().getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(x509, x509.length - RAW_KEY_BYTES, x509.length));
    }

    /// The header `telnyx-signature-ed25519`.
    ///
    /// @param timestamp the header `telnyx-timestamp`: Unix seconds
    public String sign(String timestamp, byte[] body) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update((timestamp + "|").getBytes(StandardCharsets.US_ASCII));
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An Ed25519 key did not sign", e);
        }
    }

    /// The JDK makes an Ed25519 key from 32 bytes of its random source: these are the seed.
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
