package dev.pickup.local.config;

import dev.pickup.media.EnginesChoice;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/// What the values of settings must look like. Each answers with what would be right, or nothing when all is well.
final class Forms {
    private static final int ED25519_KEY_BYTES = 32;

    private Forms() {}

    static Optional<String> webAddress(String text) {
        String wanted = "must be a web address such as https://voice.example.com, without user name, query or #";
        try {
            URI address = new URI(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            boolean bare = address.getUserInfo() == null && address.getQuery() == null && address.getFragment() == null;
            return complain(!(web && bare && address.getHost() != null), wanted);
        } catch (URISyntaxException _) {
            return Optional.of(wanted);
        }
    }

    static Optional<String> secret(String text) {
        return complain(text.isBlank() || text.chars().anyMatch(Character::isWhitespace), "must not contain blanks");
    }

    static Optional<String> oneLine(String text) {
        return complain(text.isBlank() || text.lines().count() != 1, "must be one line of text");
    }

    static Optional<String> ed25519Key(String text) {
        String wanted = "must be the account's public key as Telnyx shows it: base64 of 32 bytes";
        try {
            return complain(Base64.getDecoder().decode(text).length != ED25519_KEY_BYTES, wanted);
        } catch (IllegalArgumentException _) {
            return Optional.of(wanted);
        }
    }

    static Optional<String> engines(String text) {
        try {
            EnginesChoice _ = EnginesChoice.parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("is not understood: " + e.getMessage());
        }
    }

    static Optional<String> folder(String text) {
        try {
            return complain(text.isBlank() || Path.of(text).toString().isEmpty(), "must be the path of a folder");
        } catch (InvalidPathException _) {
            return Optional.of("must be the path of a folder");
        }
    }

    private static Optional<String> complain(boolean wrong, String wanted) {
        return wrong ? Optional.of(wanted) : Optional.empty();
    }
}
