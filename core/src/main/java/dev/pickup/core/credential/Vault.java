package dev.pickup.core.credential;

/// Seals secrets and opens them again: each under a key of its own (AES-256-GCM), which is itself wrapped
/// by a master key that never leaves the key service (or, locally, the key file).
///
/// Shape: any bytes, up to 8 KiB; what comes out is about 300 bytes longer.
/// Repeat: harmless; sealing the same twice gives different ciphertext.
/// Ends: returns; [SealBrokenException] (tampered with, cut, sealed for another context or by another
/// vault: will not get better; a person must look); [VaultUnavailableException] (the key service did not
/// answer or is too busy: repeat).
/// Threads: blocking; any thread.
/// Source: AWS KMS API Reference, `GenerateDataKey`, `Decrypt`, `ReEncrypt`; KMS Developer Guide,
/// "Encryption context".
public interface Vault {
    Sealed seal(byte[] plain, SealContext context);

    byte[] open(Sealed sealed, SealContext context);

    /// The same secret under the newest master key; the secret itself is not opened. For after a
    /// rotation.
    Sealed rewrap(Sealed sealed, SealContext context);

    /// Not what this vault sealed for this context.
    final class SealBrokenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /// @param what which part does not fit; nothing of its content
        public SealBrokenException(String what) {
            super("A sealed secret cannot be opened: " + what);
        }
    }

    /// The key service did not answer, or asked for patience.
    final class VaultUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /// @param code the service's own, e.g. `ThrottlingException`
        public VaultUnavailableException(String code) {
            super("The key service is not available: " + code);
        }
    }
}
