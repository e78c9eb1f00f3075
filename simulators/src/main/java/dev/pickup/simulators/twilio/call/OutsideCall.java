package dev.pickup.simulators.twilio.call;

import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.twilio.fault.CallFault;
import java.util.List;

/// Someone out there dials a number.
///
/// @param from the caller's number as the network shows it: E.164, or `anonymous`, or empty
/// @param to   the number dialled, E.164
public record OutsideCall(String from, String to, CallerScript script, List<CallFault> faults) {
    public OutsideCall {
        faults = List.copyOf(faults);
        if (!to.matches("\\+[1-9][0-9]{6,14}")) {
            throw new IllegalArgumentException("The number to call is in E.164, such as +18779732766.");
        }
        if (from.length() > 64) {
            throw new IllegalArgumentException("The caller's number has at most 64 characters.");
        }
    }

    public OutsideCall(String from, String to, CallerScript script) {
        this(from, to, script, List.of());
    }

    @Override
    public String toString() {
        return "OutsideCall[" + script.steps().size() + " steps, " + faults + "]";
    }
}
