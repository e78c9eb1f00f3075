package dev.pickup.core.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/// A text that opens something: a key, a token, a password. Prints as dots; the text itself is only had
/// by asking for it, where it is sent to whom it belongs to.
public final class Secret {
    private static final int SHOWN = 4;
    private static final String DOTS = "••••";

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException it is blank
    public static Secret of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A secret is not empty.");
        }
        return new Secret(text);
    }

    /// The text. Only for the request that needs it, and for the vault.
    public String reveal() {
        return text;
    }

    /// The last four characters, so that a person recognises which key it is; none of a text so short
    /// that four would give much of it away.
    public String lastFour() {
        return text.length() < 4 * SHOWN ? "" : text.substring(text.length() - SHOWN);
    }

    /// In constant time.
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(text.getBytes(UTF_8), that.text.getBytes(UTF_8));
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode(); // one derived from the text would tell something of it
    }

    @Override
    public String toString() {
        return DOTS;
    }
}
