package dev.pickup.media.turn;

import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.replay.ConversationNote;
import dev.pickup.media.replay.FactNotes;
import java.util.ArrayList;
import java.util.List;

/// Scripted calls as a task would have journaled them, for tests of the replay.
public final class RecordedScripts {
    private RecordedScripts() {}

    /// A call with a barge-in, a tool, a backchannel, digits and a goodbye.
    public static List<JournalRecord> busyCall() {
        return records(new ScriptedCall()
                .opens()
                .says(2_500, "can I come on Tuesday at three please", 1_500)
                .modelSays("Let me see. ", "tool:book_appointment")
                .modelSays(ScriptedCall.LONG)
                .says(7_000, "mm-hm", 300)
                .says(9_000, "no wait I mean Sunday", 1_100)
                .modelSays("On Sunday we are closed.")
                .happens(14_000, new Fact.Digit('4'))
                .modelSays("Goodbye.", "tool:end_call")
                .runs(40_000));
    }

    /// A call whose answer a filter cuts.
    public static List<JournalRecord> filteredCall() {
        return records(ScriptedCall.answering("")
                .modelSays("We are open from nine to five. ", "On Fri", "end:FILTERED")
                .runs(16_000));
    }

    /// The journal of a scripted call.
    static List<JournalRecord> records(ScriptedCall call) {
        return records(call, ScriptedCall.SETTINGS);
    }

    static List<JournalRecord> records(ScriptedCall call, TurnSettings settings) {
        List<JournalEntry.Fact> notes = new ArrayList<>();
        notes.add(ConversationNote.note(settings, List.of(), 0));
        call.steps.forEach(step -> notes.add(FactNotes.note(step.fact(), step.atMs() * 1_000, step.commands())));
        List<JournalRecord> records = new ArrayList<>();
        for (int from = 0; from < notes.size(); from += 10) {
            List<JournalEntry.Fact> batch = notes.subList(from, Math.min(notes.size(), from + 10));
            records.add(new JournalRecord(
                    "call_scripted", 1, records.size(), batch.getLast().atMs(), new JournalEntry.FactsNoted(batch)));
        }
        return records;
    }
}
