package dev.pickup.core;

import org.jspecify.annotations.Nullable;

/// Text that should be an event or a journal record is not. Repeating does not help.
public final class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
