package dev.pickup.core.credential;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Names a credential, e.g. `cred_4k2m…`. Stands in webhook addresses, so it cannot be guessed: 128 bits
/// of a secure random. It opens nothing by itself.
public record CredentialId(String value) {
    private static final Pattern FORM = Pattern.compile("cred_[a-z0-9]{1,32}");
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuv";
    private static final int CHARACTERS = 26; // of 32 kinds each: 130 bits

    public CredentialId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A credential id is `cred_` and 1 to 32 lower-case letters or digits.");
        }
    }

    /// @param random a `SecureRandom` outside of tests
    public static CredentialId next(RandomGenerator random) {
        StringBuilder id = new StringBuilder("cred_");
        for (int i = 0; i < CHARACTERS; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new CredentialId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
