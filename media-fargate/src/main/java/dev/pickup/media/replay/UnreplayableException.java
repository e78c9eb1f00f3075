package dev.pickup.media.replay;

/// The journal does not hold what a replay needs. The message says what; it holds nothing that anybody said.
public final class UnreplayableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreplayableException(String message) {
        super(message);
    }
}
