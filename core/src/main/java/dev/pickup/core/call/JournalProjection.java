package dev.pickup.core.call;

import dev.pickup.events.journal.JournalRecord;
import java.time.Instant;

/// Writes what a call's journal says beside the call: turns, tools, what the engines used, and the end of the
/// session.
///
/// Shape: records of one call in any order, of any epoch, any number of times; of two that speak of the same thing the
/// later one by `(epoch, sequence)` stands. Blocking; any thread. Faults as [CallStore].
public interface JournalProjection {
    /// Writes one record. Repeat: harmless. A record of a call we do not know is written all the same: it may overtake
    /// the call's first webhook; a session's end is then dropped, because nobody can have claimed the call.
    ///
    /// @param now when the end of a session is noted
    void write(JournalRecord record, Instant now);
}
