package dev.pickup.core.call;

import dev.pickup.core.Page;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.events.CallEvent.CallFinalized;
import dev.pickup.events.journal.JournalEntry.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What finalization reads and writes. Blocking; any thread. Faults as [CallStore].
public interface Finalizations {
    /// What the engines used, summed over all sessions of the call.
    List<Measure> measures(CallId call);

    /// Closes the journal in place of a media task that will not. False: the call was changed meanwhile, or its journal
    /// is closed.
    boolean closeJournal(Call call, Instant now);

    /// Makes the call `FINALIZED` and appends its charge and the event that tells of it: all or nothing, once.
    /// Repeat: false.
    ///
    /// @param words  what was said, for the search of calls
    /// @param charge empty for a call that no agent took
    /// @return false: it was finalized before, or the call was changed meanwhile
    boolean finish(Call call, CallResult result, String words, Optional<Charge> charge);

    /// Calls that are not finalized, of all accounts, in no order. Eventually consistent. Ids only: one call
    /// that is corrupt
    /// must not hide the others.
    Page<CallId> unfinished(int limit, Optional<String> next);

    /// The usage record and the event that tells of it.
    record Charge(UsageRecord usage, CallFinalized event) {}
}
