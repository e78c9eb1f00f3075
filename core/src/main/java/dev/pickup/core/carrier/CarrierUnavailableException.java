package dev.pickup.core.carrier;

/// The carrier gave no answer, or one that says "later" (429, 5xx). The outcome is unknown: repeat with the same
/// id.
public final class CarrierUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String requestId;

    /// @param code      the carrier's code, or `timeout`, `connection`, `http-503`
    /// @param requestId what the carrier's support asks for; empty when there is none
    public CarrierUnavailableException(String code, String requestId) {
        super("carrier unavailable: code " + code + ", request " + requestId);
        this.code = code;
        this.requestId = requestId;
    }

    public String code() {
        return code;
    }

    public String requestId() {
        return requestId;
    }
}
