package dev.pickup.local.stack;

import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.runtime.TestCalls;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.line.CallStillRunningException;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import dev.pickup.simulators.twilio.TwilioExchange;
import java.time.Duration;
import java.util.Optional;

/// Somebody at the simulated exchange of the number's carrier calls it, listens to the greeting and hangs up.
///
/// @param telnyx empty when it is not simulated; then no call can be placed, as it would cost something
/// @param twilio likewise
record SimulatedTestCalls(Optional<TelnyxExchange> telnyx, Optional<TwilioExchange> twilio) implements TestCalls {
    /// From the range kept for fiction.
    private static final String CALLER = "+12025550199";

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Override
    public Optional<Outcome> call(CarrierName carrier, PhoneNumber number) {
        CallerScript listens =
                CallerScript.of(new CallerStep[0]).withPatience(PATIENCE).withRingPatience(PATIENCE);
        return switch (carrier) {
            case TELNYX ->
                telnyx.map(exchange -> heard(exchange.place(new OutsideCall(CALLER, number.e164(), listens))));
            case TWILIO ->
                twilio.map(exchange -> heard(exchange.place(
                        new dev.pickup.simulators.twilio.call.OutsideCall(CALLER, number.e164(), listens))));
        };
    }

    private static Outcome heard(SimulatedCall call) {
        try {
            return outcome(call.await(LONGEST));
        } catch (CallStillRunningException _) {
            call.hangUp();
            return outcome(call.report());
        }
    }

    private static Outcome outcome(CallReport report) {
        boolean answered =
                report.stream().framesReceived() > 0 || !report.agent().isEmpty();
        boolean heard = !report.agent().isEmpty();
        String detail = heard
                ? "A test caller heard the agent "
                        + Math.round(report.agent().getFirst().startMs())
                        + " ms after being connected."
                : "A test caller heard nothing: " + cause(report);
        return new Outcome(answered, heard, detail);
    }

    private static String cause(CallReport report) {
        return report.hangUp()
                .map(end -> "the call ended with " + end.cause() + ".")
                .orElse("nobody spoke.");
    }
}
