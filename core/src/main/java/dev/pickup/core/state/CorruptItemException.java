package dev.pickup.core.state;

/// An item is there but is not what we write. Repeating does not help; a person must look at it. Never treated as
/// absent: that would let the next write cover it up.
public final class CorruptItemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param kind      what it should have been, e.g. `agent`
    /// @param attribute the first attribute that is missing or malformed; its value stays out of the message
    public CorruptItemException(String kind, String attribute) {
        super("A stored " + kind + " is corrupt at `" + attribute + "`");
    }

    public CorruptItemException(String kind, String attribute, Throwable cause) {
        super("A stored " + kind + " is corrupt at `" + attribute + "`", cause);
    }
}
