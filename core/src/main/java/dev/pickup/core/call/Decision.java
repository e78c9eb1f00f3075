package dev.pickup.core.call;

import dev.pickup.core.carrier.CarrierCommand;
import dev.pickup.events.DomainEvent;
import java.util.ArrayList;
import java.util.List;

/// A transition in the making. Holds the rule that a call gives each command at most once, and none when it is over.
/// Used by one thread, then thrown away.
final class Decision {
    private final Call before;
    private final List<CarrierCommand> commands = new ArrayList<>();
    private final List<DomainEvent> events = new ArrayList<>();
    private final boolean fresh;
    private Call call;

    private Decision(Call call, boolean fresh) {
        this.before = call;
        this.fresh = fresh;
        this.call = call;
    }

    /// On a call that nobody has heard of.
    static Decision onNew(Call call) {
        return new Decision(call, true);
    }

    /// On a call that is stored.
    static Decision on(Call call) {
        return new Decision(call, false);
    }

    Call call() {
        return call;
    }

    Decision become(Call next) {
        call = next;
        return this;
    }

    Decision advance(CallState state) {
        return become(CallLifecycle.advance(call, state));
    }

    Decision give(CarrierCommand command) {
        if (call.isLive() && !call.commands().contains(command.name())) {
            call = call.having(command.name());
            commands.add(command);
        }
        return this;
    }

    Decision tell(DomainEvent event) {
        events.add(event);
        return this;
    }

    Transition done() {
        return new Transition(call, fresh || !call.equals(before), commands, events);
    }
}
