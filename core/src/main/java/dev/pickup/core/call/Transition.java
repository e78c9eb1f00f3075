package dev.pickup.core.call;

import dev.pickup.core.carrier.CarrierCommand;
import dev.pickup.events.DomainEvent;
import java.util.List;

/// What one input does to a call: the call afterwards, what the carrier shall do, and what others may know. Written in
/// one transaction, on the condition that the call is still the one it was decided on.
///
/// @param call     with the version it was decided on; 0 when it is new
/// @param changed  false: there is nothing to write
public record Transition(Call call, boolean changed, List<CarrierCommand> commands, List<DomainEvent> events) {
    public Transition {
        commands = List.copyOf(commands);
        events = List.copyOf(events);
    }

    /// Nothing happens.
    public static Transition none(Call call) {
        return new Transition(call, false, List.of(), List.of());
    }
}
