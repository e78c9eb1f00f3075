package dev.pickup.core.carrier.telnyx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.pickup.core.carrier.WebhookRefusedException;
import dev.pickup.core.carrier.WebhookRefusedException.Reason;
import dev.pickup.core.carrier.WebhookRequest;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Checks Telnyx' signature: Ed25519 over the timestamp, a vertical bar and the raw body. Any thread.
///
/// Source: Telnyx "Receiving webhooks" and `team-telnyx/telnyx-java`; the URL and other headers are not signed.
final class TelnyxSignature {
    /// Telnyx' own SDKs tolerate this much. Whether a repeated delivery has a fresh timestamp is not published.
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100"); // RFC 8410, Ed25519
    private static final int KEY_BYTES = 32;
    private static final Pattern UNIX_SECONDS = Pattern.compile("[0-9]{1,12}");

    private final PublicKey key;

    /// @param publicKey base64 of 32 raw bytes
    /// @throws IllegalArgumentException it is not
    TelnyxSignature(String publicKey) {
        byte[] raw = Base64.getDecoder().decode(publicKey);
        if (raw.length != KEY_BYTES) {
            throw new IllegalArgumentException("A Telnyx public key is base64 of 32 bytes.");
        }
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, KEY_BYTES);
        try {
            key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("A Telnyx public key is base64 of an Ed25519 key.", e);
        }
    }

    void verify(WebhookRequest request, Instant now) {
        String timestamp = request.header("telnyx-timestamp").orElseThrow(TelnyxSignature::invalid);
        String signature = request.header("telnyx-signature-ed25519").orElseThrow(TelnyxSignature::invalid);
        if (!UNIX_SECONDS.matcher(timestamp).matches() || !isSigned(timestamp, request.body(), signature)) {
            throw invalid();
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        if (age.abs().compareTo(TOLERANCE) > 0) {
            throw new WebhookRefusedException(Reason.SIGNATURE_EXPIRED);
        }
    }

    private boolean isSigned(String timestamp, byte[] body, String signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update((timestamp + "|").getBytes(US_ASCII));
            verifier.update(body);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false; // not base64, or not the length of a signature
        }
    }

    private static WebhookRefusedException invalid() {
        return new WebhookRefusedException(Reason.SIGNATURE_INVALID);
    }
}
