package dev.pickup.local.config;

import java.util.List;

/// Some settings are unknown or malformed. The message lists all of them, each with how to mend it.
public final class WrongSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongSettingsException(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.getFirst()
                        : "These settings need mending:\n  - " + String.join("\n  - ", problems));
    }
}
