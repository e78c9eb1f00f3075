package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which commands a leg has had: repeats of a `command_id` are ignored for 60 s, and faults happen a number of times.
/// Owned by the exchange's loop.
final class CommandMemory {
    private static final Duration REMEMBERED = Duration.ofSeconds(60);

    private final FaultScript faults;
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<Fault.OfCommand, Integer> happened = new HashMap<>();
    private boolean any;

    CommandMemory(FaultScript faults) {
        this.faults = faults;
    }

    /// Whether no command was accepted yet.
    boolean none() {
        return !any;
    }

    /// A command was accepted.
    void accepted() {
        any = true;
    }

    /// Whether this id was used before; remembers it when not. No id is never a repeat.
    boolean repeats(Optional<String> commandId, long nowNanos) {
        seen.values().removeIf(at -> nowNanos - at > REMEMBERED.toNanos());
        return commandId.isPresent() && seen.putIfAbsent(commandId.get(), nowNanos) != null;
    }

    /// Forgets a command that was refused: it may be sent again.
    void forget(Optional<String> commandId) {
        commandId.ifPresent(seen::remove);
    }

    /// What goes wrong with this command, this time.
    Optional<Fault.OfCommand> fault(String command) {
        Optional<Fault.OfCommand> next = faults.ofCommand(command).stream()
                .filter(f -> happened.getOrDefault(f, 0) < f.times())
                .findFirst();
        next.ifPresent(f -> happened.merge(f, 1, Integer::sum));
        return next;
    }
}
