package dev.pickup.media.session;

import dev.pickup.core.call.ClaimedCall;
import dev.pickup.core.call.Turn;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.replay.ConversationNote;
import dev.pickup.media.replay.FactNotes;
import dev.pickup.media.turn.Command;
import dev.pickup.media.turn.Fact;
import dev.pickup.media.turn.TurnSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes one call's journal under one epoch. Facts go in batches, and before anything that follows from them. Owned by
/// the loop.
final class JournalWriter {
    /// A batch stays well under a stream record's 1 MiB. Chosen.
    private static final int BATCH = 100;

    private static final long LONGEST_WAIT_US = 1_000_000;

    private final CallJournal journal;
    private final ClaimedCall call;
    private final FrameClock clock;
    private final List<JournalEntry.Fact> facts = new ArrayList<>();
    private long factsSinceUs;
    private long sequence;
    private boolean closed;

    JournalWriter(CallJournal journal, ClaimedCall call, FrameClock clock) {
        this.journal = journal;
        this.call = call;
        this.clock = clock;
    }

    void opened(String task, JournalEntry.Engines engines, JournalEntry.WireFormat format) {
        write(new JournalEntry.SessionOpened(
                task,
                call.account().value(),
                call.agentId().value(),
                call.agentVersion(),
                engines,
                format,
                call.epoch() > 1));
    }

    /// What the conversation begins with.
    void began(TurnSettings settings) {
        facts.add(ConversationNote.note(settings, call.turnsSoFar(), clock.nowUs()));
    }

    /// A fact, and what it led to.
    void fact(Fact fact, long nowUs, List<Command> commands) {
        if (facts.isEmpty()) {
            factsSinceUs = nowUs;
        }
        facts.add(FactNotes.note(fact, nowUs, commands));
        if (facts.size() >= BATCH) {
            flush();
        }
    }

    void wireProbed(String byteOrder) {
        facts.add(new JournalEntry.Fact(clock.nowUs() / 1_000, "WireProbed", Map.of("byteOrder", byteOrder), null));
    }

    /// Among the facts, before those that came of it: so the journal says who served each turn.
    void servedBy(String port, String provider) {
        facts.add(new JournalEntry.Fact(
                clock.nowUs() / 1_000, "ServedBy", Map.of("port", port, "provider", provider), null));
    }

    /// Writes the facts that have waited for a second.
    void flushOld(long nowUs) {
        if (!facts.isEmpty() && nowUs - factsSinceUs >= LONGEST_WAIT_US) {
            flush();
        }
    }

    void turn(Turn turn) {
        write(new JournalEntry.TurnTaken(
                turn.number(),
                turn.role(),
                turn.text(),
                turn.unheard(),
                turn.startMs(),
                turn.endMs(),
                turn.latency().orElse(null)));
    }

    void tool(Command.NoteTool tool) {
        write(new JournalEntry.ToolInvoked(
                call.callId() + "-" + call.epoch() + "-" + tool.invocation(),
                tool.name(),
                tool.arguments(),
                tool.result(),
                tool.outcome(),
                tool.startMs(),
                tool.durationMs()));
    }

    void usage(List<JournalEntry.Measure> measures) {
        write(new JournalEntry.UsageMeasured(measures));
    }

    /// The last record.
    void closed(JournalEntry.SessionClosed entry) {
        write(entry);
        closed = true;
    }

    void flush() {
        if (!facts.isEmpty()) {
            List<JournalEntry.Fact> batch = List.copyOf(facts);
            facts.clear();
            append(new JournalEntry.FactsNoted(batch));
        }
    }

    private void write(JournalEntry entry) {
        flush();
        append(entry);
    }

    private void append(JournalEntry entry) {
        if (!closed) {
            journal.append(
                    new JournalRecord(call.callId().value(), call.epoch(), sequence++, clock.nowUs() / 1_000, entry));
        }
    }
}
