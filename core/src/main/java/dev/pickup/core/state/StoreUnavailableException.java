package dev.pickup.core.state;

/// The database did not answer, was too busy, or answered with a fault of its own: the outcome is unknown. Every store
/// method may be repeated after it.
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param operation what was tried, e.g. `save agent`; no keys: they hold numbers
    public StoreUnavailableException(String operation, Throwable cause) {
        super("The database is not available: " + operation, cause);
    }
}
