package dev.pickup.local.stack;

import dev.pickup.core.number.PhoneNumber;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.telnyx.call.OutsideParty;
import dev.pickup.simulators.telnyx.call.OutsideParty.Manner;
import java.time.Duration;

/// Telephones of people that the simulated exchange can be asked to dial: one for each way a transfer can end. All are
/// from the range kept for fiction; any other number does not exist. Pure.
final class DemoTelephones {
    /// Somebody at the clinic's front desk, who answers.
    static final PhoneNumber FRONT_DESK = new PhoneNumber("+12025550100");

    /// A person takes this long to reach for the telephone.
    private static final Duration REACHES = Duration.ofSeconds(3);

    private DemoTelephones() {}

    static OutsideParty[] all() {
        CallerScript staysOn = CallerScript.saying("Hello, this is the front desk. How can I help you?")
                .withAfterLastStep(CallerScript.AfterLastStep.WAIT_FOR_AGENT);
        return new OutsideParty[] {
            new OutsideParty(FRONT_DESK.e164(), new Manner.Answers(REACHES, staysOn)),
            new OutsideParty("+12025550101", new Manner.Busy()),
            new OutsideParty("+12025550102", new Manner.NeverAnswers()),
            new OutsideParty("+12025550103", new Manner.Rejects(REACHES))
        };
    }
}
