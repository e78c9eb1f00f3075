package dev.pickup.core.account;

import java.util.regex.Pattern;

/// Names a customer of ours, e.g. `acc_demo`. First part of every key.
public record AccountId(String value) {
    private static final Pattern FORM = Pattern.compile("acc_[a-z0-9]{1,40}");

    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An account id is `acc_` and 1 to 40 lower-case letters or digits.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
