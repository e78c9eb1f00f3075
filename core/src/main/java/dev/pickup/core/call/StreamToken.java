package dev.pickup.core.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Opens one media stream of one call, once, within [#LIFETIME]. We keep its hash only. Never printed.
public record StreamToken(String value) {
    /// From the command to the carrier until the socket's `start`: the carrier connects within a second; 60 s leave
    /// room for its retries. Chosen.
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{20,100}");

    public StreamToken {
        if (!isToken(value)) {
            throw new IllegalArgumentException("Not a stream token.");
        }
    }

    /// Whether `text` can be one at all.
    public static boolean isToken(String text) {
        return FORM.matcher(text).matches();
    }

    /// A fresh one: 256 bits. `random` must be a `SecureRandom` outside of tests.
    public static StreamToken next(RandomGenerator random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new StreamToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// What is stored and compared.
    public String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(("stream-token:" + value).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "StreamToken[…]";
    }
}
