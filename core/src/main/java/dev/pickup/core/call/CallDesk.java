package dev.pickup.core.call;

import dev.pickup.core.call.CallStore.SaveOutcome;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierEvent.OfCaller;
import java.util.Optional;
import java.util.function.Function;

/// Takes events in: reads the call, lets [CallDirector] decide, writes what was decided; again when somebody
/// else was
/// quicker. Blocking; any thread. Faults as [CallStore].
public final class CallDesk {
    // Writers of one call are a few webhooks, one media task and the reconciler: nobody loses this often in a row.
    private static final int MAX_ATTEMPTS = 8;

    private final CallStore calls;
    private final CallResolver resolver;

    public CallDesk(CallStore calls, CallResolver resolver) {
        this.calls = calls;
        this.resolver = resolver;
    }

    /// What a carrier told. Repeat: harmless.
    ///
    /// @return the call it is about
    /// @throws LostEveryRaceException repeat later
    public CallId take(CallId id, CarrierEvent event) {
        decide(id, call -> call.map(known -> CallDirector.next(known, event)).or(() -> first(event)));
        return id;
    }

    /// What we found out ourselves about a call that is stored.
    ///
    /// @throws LostEveryRaceException repeat later
    public void change(CallId id, Function<Call, Transition> decision) {
        decide(id, call -> call.map(decision));
    }

    /// Only what names both parties makes a call; anything else about a call we do not know is dropped: its
    /// first event
    /// was never delivered, and the carrier ends such a call by itself.
    private Optional<Transition> first(CarrierEvent event) {
        return event instanceof OfCaller first
                ? Optional.of(CallDirector.first(resolver.resolve(first.offer().called()), first))
                : Optional.empty();
    }

    private void decide(CallId id, Function<Optional<Call>, Optional<Transition>> decision) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<Transition> next = decision.apply(calls.find(id));
            if (next.isEmpty() || calls.save(next.get()) == SaveOutcome.SAVED) {
                return;
            }
        }
        throw new LostEveryRaceException(id);
    }

    /// Others wrote the call each time between our read and our write. Nothing was written.
    public static final class LostEveryRaceException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostEveryRaceException(CallId id) {
            super("Lost every race for " + id);
        }
    }
}
