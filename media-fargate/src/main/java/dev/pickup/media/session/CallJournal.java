package dev.pickup.media.session;

import dev.pickup.events.journal.JournalRecord;

/// Where the journals of all calls go.
///
/// `append` never blocks and never throws: the record is kept in a bounded buffer and sent by another thread, in order
/// per call, repeated until it arrives. When the buffer is full the oldest `FactsNoted` of all go first, counted:
/// transcripts are never lost before facts are. Any thread.
public interface CallJournal {
    void append(JournalRecord record);
}
