package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.caller.CallerAct;
import dev.pickup.simulators.line.Person;
import java.util.Optional;

/// The person at the end of a leg that the exchange dialled. Owned by the exchange's loop.
final class CalledParty implements FarEnd {
    private final Person person;
    private Optional<CallLeg> leg = Optional.empty();

    CalledParty(Person person) {
        this.person = person;
    }

    /// The leg at whose end the person is.
    void joins(CallLeg value) {
        leg = Optional.of(value);
    }

    @Override
    public void answered() {}

    @Override
    public void frame(short[] heard, short[] said) {
        for (CallerAct act : person.frame(heard, said)) {
            switch (act) {
                case CallerAct.Press(char digit) -> leg.ifPresent(l -> l.pressed(digit));
                case CallerAct.HangUp _ -> leg.ifPresent(l -> l.end(Hangup.byCallee("normal_clearing", "200")));
            }
        }
    }

    @Override
    public void hearDigit(char digit) {
        person.hear(digit);
    }

    @Override
    public void cleared(double atMs) {
        person.cleared(atMs);
    }

    @Override
    public void ended(Hangup hangup) {}
}
