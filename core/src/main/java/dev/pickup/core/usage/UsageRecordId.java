package dev.pickup.core.usage;

import dev.pickup.core.call.CallId;
import java.util.regex.Pattern;

/// Names a usage record. Derived from its call, so that a call cannot be charged under two names.
public record UsageRecordId(String value) {
    private static final Pattern FORM = Pattern.compile("use_[a-z0-9]{1,40}");

    public UsageRecordId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A usage record id is `use_` and 1 to 40 lower-case letters or digits.");
        }
    }

    /// The one usage record of a call.
    public static UsageRecordId of(CallId call) {
        return new UsageRecordId("use_" + call.value().substring("call_".length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
