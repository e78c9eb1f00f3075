package dev.pickup.core.call;

import dev.pickup.core.call.CallStore.SaveOutcome;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierEvent.OfCaller;
import dev.pickup.core.credential.CredentialId;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes events in: reads the call, lets [CallDirector] decide, writes what was decided; again when somebody else was
/// quicker. Blocking; any thread. Faults as [CallStore].
public final class CallDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CallDesk.class);
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
        return take(id, event, Optional.empty());
    }

    /// What a carrier told at a customer's own address. Whoever has the key of that address can sign anything, so
    /// it speaks of calls of that carrier account only.
    ///
    /// @param through the credential that the event was verified with; empty when with our own key
    public CallId take(CallId id, CarrierEvent event, Optional<CredentialId> through) {
        CarrierEvent told = event instanceof OfCaller of ? of.through(through) : event;
        decide(id, call -> call.isEmpty() ? first(told) : next(call.get(), told, through));
        return id;
    }

    private static Optional<Transition> next(Call known, CarrierEvent event, Optional<CredentialId> through) {
        if (!known.leg().through().equals(through)) {
            LOG.warn("{}: an event of another carrier account is not its own", known.id());
            return Optional.empty();
        }
        return Optional.of(CallDirector.next(known, event));
    }

    /// What we found out ourselves about a call that is stored.
    ///
    /// @throws LostEveryRaceException repeat later
    public void change(CallId id, Function<Call, Transition> decision) {
        decide(id, call -> call.map(decision));
    }

    /// Only what names both parties makes a call; anything else about a call we do not know is dropped: its first event
    /// was never delivered, and the carrier ends such a call by itself.
    private Optional<Transition> first(CarrierEvent event) {
        return event instanceof OfCaller first
                ? Optional.of(CallDirector.first(resolver.resolve(first.offer()), first))
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
