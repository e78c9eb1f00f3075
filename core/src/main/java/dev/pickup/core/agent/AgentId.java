package dev.pickup.core.agent;

import java.util.regex.Pattern;

/// Names an agent within its account, e.g. `agt_7f3c...`.
public record AgentId(String value) {
    private static final Pattern FORM = Pattern.compile("agt_[a-z0-9]{1,40}");

    public AgentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An agent id is `agt_` and 1 to 40 lower-case letters or digits.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
