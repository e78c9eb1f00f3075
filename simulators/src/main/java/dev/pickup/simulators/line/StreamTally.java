package dev.pickup.simulators.line;

import dev.pickup.simulators.caller.CallReport.StreamCounts;
import dev.pickup.simulators.caller.CallReport.StreamError;
import java.util.ArrayList;
import java.util.List;

/// Counts what goes over the media sockets of one call. Owned by the exchange's loop.
public final class StreamTally {
    /// A customer that sends garbage without end must not fill the memory.
    private static final int MOST_ERRORS = 1000;

    private final List<StreamError> errors = new ArrayList<>();
    private int opened;
    private int failed;
    private long framesSent;
    private long framesReceived;
    private int marksReceived;
    private int marksReturned;
    private int clears;

    public void opened() {
        opened++;
    }

    public void failed() {
        failed++;
    }

    public void frameSent() {
        framesSent++;
    }

    public void frameReceived() {
        framesReceived++;
    }

    public void markReceived() {
        marksReceived++;
    }

    public void markReturned() {
        marksReturned++;
    }

    public void cleared() {
        clears++;
    }

    public void error(StreamError error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
    }

    public List<StreamError> errors() {
        return List.copyOf(errors);
    }

    public StreamCounts counts(double worstLateMs) {
        return new StreamCounts(
                opened, failed, framesSent, framesReceived, marksReceived, marksReturned, clears, worstLateMs);
    }
}
