package dev.pickup.core.vault;

import java.util.Map;

/// Makes and unwraps data keys: AES keys of 256 bits, each used for one secret. Ends as
/// [dev.pickup.core.credential.Vault]. Blocking; any thread.
public interface DataKeys {
    /// A new key, in clear and wrapped.
    ///
    /// @param context bound to the wrapping: unwrapping takes the same
    DataKey generate(Map<String, String> context);

    /// The key in clear. The caller overwrites it when done.
    byte[] unwrap(byte[] wrapped, Map<String, String> context);

    /// The same key wrapped by the newest master key.
    byte[] rewrap(byte[] wrapped, Map<String, String> context);

    /// @param plain   32 bytes; the caller overwrites them when done
    /// @param wrapped only the master key unwraps it; at most 6 KiB, as KMS says
    final class DataKey {
        private final byte[] plain;
        private final byte[] wrapped;

        /// Takes both arrays over.
        public DataKey(byte[] plain, byte[] wrapped) {
            this.plain = plain;
            this.wrapped = wrapped;
        }

        byte[] plain() {
            return plain;
        }

        byte[] wrapped() {
            return wrapped;
        }
    }
}
