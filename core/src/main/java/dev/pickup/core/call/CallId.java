package dev.pickup.core.call;

import java.util.regex.Pattern;

/// Names a call. Derived from the carrier's own leg id, so that every repeat of its first webhook names the same call.
public record CallId(String value) {
    private static final Pattern FORM = Pattern.compile("call_[a-z0-9]{1,40}");

    public CallId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A call id is `call_` and 1 to 40 lower-case letters or digits.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
