package dev.pickup.core.vault;

import dev.pickup.core.credential.SealContext;
import dev.pickup.core.credential.Sealed;
import dev.pickup.core.credential.Vault;
import dev.pickup.core.vault.DataKeys.DataKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Envelope encryption: a fresh data key for each secret, wrapped by the master key and kept beside the
/// ciphertext.
///
/// ```
/// 'P' 'K' 'V' '1'   format
/// u16 n             length of the wrapped key
/// n bytes           wrapped data key, as KMS (or the key file) made it
/// 12 bytes          nonce
/// rest              AES-256-GCM ciphertext and tag; format and context are authenticated with it
/// ```
///
/// The wrapped key is not authenticated by the ciphertext: that is what lets it be wrapped anew. Changing
/// it gives another data key or none, so nothing opens.
public final class EnvelopeVault implements Vault {
    private static final byte[] FORMAT = {'P', 'K', 'V', '1'};
    private static final int LARGEST_PLAIN = 8 * 1024;

    private final DataKeys keys;
    private final RandomGenerator random;

    /// @param random makes nonces: a `SecureRandom` outside of tests
    public EnvelopeVault(DataKeys keys, RandomGenerator random) {
        this.keys = keys;
        this.random = random;
    }

    @Override
    public Sealed seal(byte[] plain, SealContext context) {
        if (plain.length > LARGEST_PLAIN) {
            throw new IllegalArgumentException("A secret has at most " + LARGEST_PLAIN + " bytes.");
        }
        DataKey key = keys.generate(context.toMap());
        try {
            byte[] nonce = new byte[Gcm.NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] sealed = Gcm.seal(key.plain(), nonce, authenticated(context.toMap()), plain);
            return new Envelope(key.wrapped(), nonce, sealed).write();
        } finally {
            Arrays.fill(key.plain(), (byte) 0);
        }
    }

    @Override
    public byte[] open(Sealed sealed, SealContext context) {
        Envelope envelope = Envelope.read(sealed);
        byte[] key = keys.unwrap(envelope.wrapped, context.toMap());
        try {
            return Gcm.open(key, envelope.nonce, authenticated(context.toMap()), envelope.sealed, "ciphertext");
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public Sealed rewrap(Sealed sealed, SealContext context) {
        Envelope envelope = Envelope.read(sealed);
        return new Envelope(keys.rewrap(envelope.wrapped, context.toMap()), envelope.nonce, envelope.sealed).write();
    }

    private static byte[] authenticated(Map<String, String> context) {
        return Gcm.canonical("PKV1", context);
    }

    /// The parts of a sealed secret. Arrays are not copied: it never leaves this class.
    private static final class Envelope {
        private final byte[] wrapped;
        private final byte[] nonce;
        private final byte[] sealed;

        Envelope(byte[] wrapped, byte[] nonce, byte[] sealed) {
            this.wrapped = wrapped;
            this.nonce = nonce;
            this.sealed = sealed;
        }

        static Envelope read(Sealed text) {
            ByteBuffer in = ByteBuffer.wrap(text.bytes());
            byte[] format = take(in, FORMAT.length);
            if (!Arrays.equals(format, FORMAT)) {
                throw new SealBrokenException("format");
            }
            byte[] wrapped = take(
                    in,
                    Short.toUnsignedInt(ByteBuffer.wrap(take(in, Short.BYTES)).getShort()));
            byte[] nonce = take(in, Gcm.NONCE_BYTES);
            return new Envelope(wrapped, nonce, take(in, in.remaining()));
        }

        Sealed write() {
            return Sealed.of(
                    ByteBuffer.allocate(FORMAT.length + Short.BYTES + wrapped.length + nonce.length + sealed.length)
                            .put(FORMAT)
                            .putShort((short) wrapped.length)
                            .put(wrapped)
                            .put(nonce)
                            .put(sealed)
                            .array());
        }

        private static byte[] take(ByteBuffer in, int length) {
            if (in.remaining() < length) {
                throw new SealBrokenException("length");
            }
            byte[] part = new byte[length];
            in.get(part);
            return part;
        }
    }
}
