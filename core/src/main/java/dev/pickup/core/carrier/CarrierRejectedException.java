package dev.pickup.core.carrier;

/// The carrier refused for good: repeating will not help.
public final class CarrierRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What a caller of the port can act on.
    public enum Reason {
        /// The leg is over, or the carrier does not know it (any more).
        LEG_GONE,
        /// The leg streams already.
        STREAM_IN_USE,
        /// The leg does not stream.
        STREAM_NOT_IN_USE,
        /// The leg is not answered yet.
        NOT_ANSWERED,
        /// Our key is wrong, or may not do this.
        NOT_ALLOWED,
        /// Anything else; see the code.
        OTHER
    }

    private final Reason reason;
    private final String code;
    private final String requestId;

    /// @param code      the carrier's own code, e.g. `90018`
    /// @param requestId what the carrier's support asks for; empty when there is none
    public CarrierRejectedException(Reason reason, String code, String requestId) {
        super("carrier rejected: " + reason + ", code " + code + ", request " + requestId);
        this.reason = reason;
        this.code = code;
        this.requestId = requestId;
    }

    public Reason reason() {
        return reason;
    }

    public String code() {
        return code;
    }

    public String requestId() {
        return requestId;
    }
}
