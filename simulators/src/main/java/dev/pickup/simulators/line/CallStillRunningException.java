package dev.pickup.simulators.line;

import dev.pickup.simulators.caller.CallReport;

/// A call took longer than somebody wanted to wait.
public final class CallStillRunningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CallStillRunningException(CallReport report) {
        super("The call " + report.id() + " is not over: it is " + report.state() + " after "
                + Math.round(report.durationMs()) + " ms of talk; " + report.notes());
    }
}
