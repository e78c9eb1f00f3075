package dev.pickup.simulators.line;

import dev.pickup.simulators.caller.CallRecording;
import dev.pickup.simulators.caller.CallReport;
import java.time.Duration;

/// A call that was placed. Any thread.
public interface SimulatedCall {
    /// The exchange's own name of it.
    String id();

    /// Waits for the end of the call.
    ///
    /// @throws CallStillRunningException not over within `limit` of wall-clock time; it goes on
    CallReport await(Duration limit);

    /// What happened so far.
    CallReport report();

    /// What was said and heard so far.
    CallRecording recording();

    /// The caller hangs up now. Harmless when the call is over.
    void hangUp();
}
