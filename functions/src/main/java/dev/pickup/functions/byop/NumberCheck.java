package dev.pickup.functions.byop;

import java.util.Locale;

/// One thing that must be so for a number to be answered.
///
/// @param detail one sentence for a person: what was found, and what to do
record NumberCheck(String check, String status, String detail) {
    static final String NUMBER_ACTIVE = "number-active";
    static final String ROUTING_OURS = "routing-ours";
    static final String WEBHOOK_REACHABLE = "webhook-reachable";
    static final String SIGNATURE_ACCEPTED = "signature-accepted";
    static final String AGENT_ATTACHED = "agent-attached";
    static final String SMS_ON = "sms-on";
    static final String CALLER_HEARS = "caller-hears";

    private enum Status {
        PASSED,
        FAILED,
        UNKNOWN
    }

    static NumberCheck passed(String check, String detail) {
        return of(check, Status.PASSED, detail);
    }

    static NumberCheck failed(String check, String detail) {
        return of(check, Status.FAILED, detail);
    }

    /// It cannot be told from here.
    static NumberCheck unknown(String check, String detail) {
        return of(check, Status.UNKNOWN, detail);
    }

    boolean isFailed() {
        return status.equals("failed");
    }

    private static NumberCheck of(String check, Status status, String detail) {
        return new NumberCheck(check, status.name().toLowerCase(Locale.ROOT), detail);
    }
}
