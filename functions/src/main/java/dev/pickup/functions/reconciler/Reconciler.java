package dev.pickup.functions.reconciler;

import dev.pickup.core.Page;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallDesk;
import dev.pickup.core.call.CallDirector;
import dev.pickup.core.call.CallFinalizer;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallPatience;
import dev.pickup.core.call.CallStore;
import dev.pickup.core.call.CommandSender;
import dev.pickup.core.call.Finalizations;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.Metrics;
import dev.pickup.functions.runtime.OutboxRelay;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes through all calls that are not finalized and through the outbox. A call that cannot be dealt with now is
/// counted and left to the next sweep; the others go on. Blocking; two sweeps at once do no harm.
final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final int PAGE = 50;
    // One sweep's most: 2,000 calls. What is over comes with the next sweep, as finished calls leave the index.
    private static final int MAX_PAGES = 40;

    private final FunctionsWiring wiring;
    private final CallStore calls;
    private final Finalizations finalizations;
    private final CallFinalizer finalizer;
    private final CallDesk desk;
    private final CommandSender commands;
    private final OutboxRelay outbox;
    private final Metrics metrics;

    Reconciler(FunctionsWiring wiring) {
        this.wiring = wiring;
        this.calls = wiring.calls();
        this.finalizations = wiring.finalizations();
        this.finalizer = wiring.finalizer();
        this.desk = wiring.desk();
        this.commands = wiring.commands();
        this.outbox = wiring.outbox();
        this.metrics = wiring.metrics();
    }

    void sweep(Instant now) {
        Optional<String> next = Optional.empty();
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            Page<CallId> page = finalizations.unfinished(PAGE, next);
            page.items().forEach(call -> guarded(call, now));
            next = page.next();
            if (next.isEmpty()) {
                break;
            }
        }
        outbox.sweep(now);
    }

    private void guarded(CallId id, Instant now) {
        try {
            calls.find(id).ifPresent(call -> reconcile(call, now));
        } catch (RuntimeException e) {
            LOG.error("{} cannot be reconciled now: {}", id, e.toString());
            metrics.count("CallNotReconciled", e.getClass().getSimpleName());
        }
    }

    private void reconcile(Call call, Instant now) {
        if (!call.isLive()) {
            close(call, now);
            return;
        }
        if (commands.deliver(call.id(), now)) {
            return; // what was sent only now has its effect by the next sweep
        }
        if (CallPatience.isOver(call, now)) {
            ask(call, now);
            commands.deliver(call.id(), now);
        }
    }

    private void close(Call call, Instant now) {
        commands.deliver(call.id(), now); // of a call that is over: they are dropped
        if (CallPatience.journalIsOverdue(call, now) && finalizations.closeJournal(call, now)) {
            metrics.count("JournalForced", "never-closed");
        }
        finalizer.finish(call.id(), now);
    }

    /// Nobody tells us of this call any more, so we ask the carrier.
    private void ask(Call call, Instant now) {
        switch (wiring.carrier(call.leg()).status(call.leg())) {
            case LegStatus.Alive _ -> desk.change(call.id(), c -> CallPatience.next(c, now));
            case LegStatus.Ended ended -> bury(call, ended.endedAt(), now);
            case LegStatus.Unknown _ -> bury(call, Optional.empty(), now);
        }
    }

    /// The leg is gone and we were not told. A media task that fell silent as well will not close the journal.
    private void bury(Call call, Optional<Instant> endedAt, Instant now) {
        desk.change(call.id(), c -> CallDirector.legGone(c, endedAt, now));
        metrics.count("CallEndMissed", call.state().name());
        calls.find(call.id()).ifPresent(ended -> {
            if (CallPatience.taskIsSilent(ended, now) && finalizations.closeJournal(ended, now)) {
                metrics.count("JournalForced", "task-silent");
            }
            finalizer.finish(ended.id(), now);
        });
    }
}
