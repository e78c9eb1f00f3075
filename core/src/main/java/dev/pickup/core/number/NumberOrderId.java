package dev.pickup.core.number;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pickup.core.account.AccountId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names an order of a number. Derived from what the customer called the request, so that a repeat means the same
/// order.
public record NumberOrderId(String value) {
    private static final Pattern FORM = Pattern.compile("ord_[a-z0-9]{1,40}");
    private static final int DIGITS = 32; // 128 bits: two requests never meet

    public NumberOrderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An order id is `ord_` and 1 to 40 lower-case letters or digits.");
        }
    }

    /// The order of one account that was asked for under this key.
    public static NumberOrderId of(AccountId account, String idempotencyKey) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((account + "\n" + idempotencyKey).getBytes(UTF_8));
            return new NumberOrderId("ord_" + HexFormat.of().formatHex(hash).substring(0, DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
