package dev.pickup.simulators.aws;

/// How a request to KMS ends when it does not succeed.
public final class KmsFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final int status;

    /// @param type   AWS' name of the error, such as `ThrottlingException`
    /// @param status HTTP
    public KmsFault(String type, int status) {
        super(type, null, false, false);
        this.type = type;
        this.status = status;
    }

    public static KmsFault throttled() {
        return new KmsFault("ThrottlingException", 400);
    }

    public static KmsFault internal() {
        return new KmsFault("KMSInternalException", 500);
    }

    String type() {
        return type;
    }

    int status() {
        return status;
    }
}
