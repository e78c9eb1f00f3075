package dev.pickup.media.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.EventJson;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Recorded calls as text, one journal record a line: what `./pickup replay --save-case` writes, what an export of the
/// journal's stream looks like, and what the test of recorded calls reads. Pure.
public final class CaseFile {
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CaseFile() {}

    /// The records of a text.
    ///
    /// @throws UnreplayableException a line is no journal record
    public static List<JournalRecord> read(String text) {
        List<JournalRecord> records = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            try {
                records.add(EventJson.journalRecord(line));
            } catch (RuntimeException e) {
                throw new UnreplayableException("Line " + (records.size() + 1) + " is no journal record.");
            }
        }
        if (records.isEmpty()) {
            throw new UnreplayableException("There are no journal records in it.");
        }
        return records;
    }

    /// A session as text: what it began with and its steps, nothing else of the journal.
    public static String write(RecordedSession session) {
        List<JournalEntry.Fact> notes = new ArrayList<>();
        notes.add(ConversationNote.note(session.settings(), session.turnsSoFar(), 0));
        session.steps()
                .forEach(step -> notes.add(FactNotes.noteAs(
                        step.noted().fact(), step.noted().nowUs(), CommandDigest.joined(step.commands()))));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < notes.size(); i++) { // one a line: a diff of two versions shows where they part
            JournalEntry.Fact note = notes.get(i);
            JournalRecord written = new JournalRecord(
                    session.callId(), session.epoch(), i, note.atMs(), new JournalEntry.FactsNoted(List.of(note)));
            text.append(sorted(EventJson.write(written))).append('\n');
        }
        return text.toString();
    }

    /// Properties in one order: two writings of a case differ only in what happened.
    private static String sorted(String json) {
        try {
            return SORTED.writeValueAsString(SORTED.readValue(json, Map.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record that was just written is JSON.", e);
        }
    }
}
