package dev.pickup.core.carrier;

import java.util.Locale;

/// A webhook that must not be acted on. Nothing of it is written.
public final class WebhookRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why.
    public enum Reason {
        /// Not signed, or not by the carrier.
        SIGNATURE_INVALID,
        /// Signed by the carrier, but for a time too far from now: a replay, or clocks apart.
        SIGNATURE_EXPIRED,
        /// Signed by the carrier, but not of a shape we know.
        MALFORMED;

        /// As answers and metrics write it: `signature-invalid`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    public WebhookRefusedException(Reason reason) {
        super("webhook refused: " + reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
