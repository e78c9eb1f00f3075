package dev.pickup.local.lambda;

/// An invocation brought no result. The cause, when there is one, is what the handler threw.
public final class FunctionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// How it ended.
    public enum Kind {
        /// The handler threw; the outcome is unknown to the caller.
        FAILED,
        /// The handler was interrupted at its deadline; the outcome is unknown.
        TIMED_OUT,
        /// Too many invocations at once, or the host is closed: nothing was run.
        THROTTLED
    }

    FunctionException(String function, Kind kind) {
        super(function + ": " + kind);
        this.kind = kind;
    }

    FunctionException(String function, Kind kind, Throwable cause) {
        super(function + ": " + kind, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
