package dev.pickup.media.replay;

import dev.pickup.core.call.Turn;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.turn.TurnSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// One task's run of a call, as its journal tells it.
///
/// @param whole whether all of it is there: the journal drops facts before it drops anything else
public record RecordedSession(
        String callId, int epoch, TurnSettings settings, List<Turn> turnsSoFar, List<Step> steps, boolean whole) {
    /// Notes in the journal that are no input of the conversation.
    private static final Set<String> BESIDE_THE_FACTS = Set.of(ConversationNote.NAME, "WireProbed", "ServedBy");

    public RecordedSession {
        turnsSoFar = List.copyOf(turnsSoFar);
        steps = List.copyOf(steps);
    }

    /// One fact, and the lines of the digest of what it led to.
    public record Step(FactNotes.Noted noted, List<String> commands) {
        public Step {
            commands = List.copyOf(commands);
        }
    }

    /// The sessions of one call, in order. Records may come twice and out of order, as from a stream.
    ///
    /// @throws UnreplayableException no beginning, or facts that this version does not know
    public static List<RecordedSession> of(Collection<JournalRecord> records) {
        TreeMap<Integer, TreeMap<Long, JournalRecord>> epochs = new TreeMap<>();
        for (JournalRecord each : records) {
            epochs.computeIfAbsent(each.epoch(), _ -> new TreeMap<>()).putIfAbsent(each.sequence(), each);
        }
        return epochs.values().stream()
                .map(epoch -> session(List.copyOf(epoch.values())))
                .sorted(Comparator.comparingInt(RecordedSession::epoch))
                .toList();
    }

    private static RecordedSession session(List<JournalRecord> records) {
        List<JournalEntry.Fact> notes = records.stream()
                .filter(each -> each.entry() instanceof JournalEntry.FactsNoted)
                .flatMap(each -> ((JournalEntry.FactsNoted) each.entry()).facts().stream())
                .toList();
        JournalEntry.Fact began = notes.stream()
                .filter(note -> note.name().equals(ConversationNote.NAME))
                .findFirst()
                .orElseThrow(() -> new UnreplayableException(
                        "The journal does not say what the conversation began with: it is older than replays."));
        List<Step> steps = new ArrayList<>();
        for (JournalEntry.Fact note : notes) {
            if (!BESIDE_THE_FACTS.contains(note.name())) {
                steps.add(new Step(
                        FactNotes.read(note)
                                .orElseThrow(() -> new UnreplayableException(
                                        "This version does not know the fact `" + note.name() + "`.")),
                        CommandDigest.lines(note.commands())));
            }
        }
        JournalRecord first = records.getFirst();
        return new RecordedSession(
                first.callId(),
                first.epoch(),
                ConversationNote.settings(began),
                ConversationNote.turns(began),
                steps,
                whole(records));
    }

    /// Sequence numbers are without gaps; a saved case counts its own.
    private static boolean whole(List<JournalRecord> records) {
        return records.getFirst().sequence() == 0 && records.getLast().sequence() == records.size() - 1;
    }
}
