package dev.pickup.core;

/// The `next` given for a list did not come from the page before it.
public final class UnknownCursorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownCursorException() {
        super("`next` is not from the page before");
    }
}
