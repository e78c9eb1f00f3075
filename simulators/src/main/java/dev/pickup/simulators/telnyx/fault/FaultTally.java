package dev.pickup.simulators.telnyx.fault;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A script and how often each of its faults has happened. Any thread.
public final class FaultTally {
    private final Map<Fault.Counted, Integer> happened = new HashMap<>();
    private FaultScript script = FaultScript.none();

    /// From now on this goes wrong; what has happened so far is forgotten.
    public synchronized void begin(FaultScript value) {
        script = value;
        happened.clear();
    }

    public synchronized FaultScript script() {
        return script;
    }

    /// The first fault of this kind that is meant and not used up; it counts as happened.
    public synchronized <F extends Fault.Counted> Optional<F> next(Class<F> kind, Predicate<F> meant) {
        Optional<F> next = script.faults().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(meant)
                .filter(f -> happened.getOrDefault(f, 0) < f.times())
                .findFirst();
        next.ifPresent(f -> happened.merge(f, 1, Integer::sum));
        return next;
    }

    public <F extends Fault.Counted> Optional<F> next(Class<F> kind) {
        return next(kind, _ -> true);
    }
}
