package dev.pickup.core.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pickup.core.number.Did.CarrierName;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names a call. Derived from the carrier's own leg id, so that every repeat of its first webhook names the same
/// call.
public record CallId(String value) {
    private static final Pattern FORM = Pattern.compile("call_[a-z0-9]{1,40}");

    public CallId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A call id is `call_` and 1 to 40 lower-case letters or digits.");
        }
    }

    /// The call of the caller's leg that `carrier` names `legId`: 128 bits of SHA-256, so that no two legs meet.
    public static CallId of(CarrierName carrier, String legId) {
        String subject = carrier.name().toLowerCase(Locale.ROOT) + ":" + legId;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(UTF_8));
            return new CallId("call_" + HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
