package dev.pickup.media.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.EventJson;
import dev.pickup.core.call.Turn;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalEntry.Role;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.turn.RecordedScripts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private final List<JournalRecord> recorded = RecordedScripts.busyCall();

    @Test
    void aRecordedCallGivesTheSameCommandsAgain() {
        RecordedSession session = RecordedSession.of(throughJson(recorded)).getFirst();

        assertThat(session.steps()).hasSizeGreaterThan(40);
        assertThat(session.whole()).isTrue();
        assertThat(Replay.run(session)).isEmpty();
    }

    @Test
    void recordsThatComeTwiceAndOutOfOrderAreTheSameCall() {
        List<JournalRecord> shuffled = new ArrayList<>(recorded);
        shuffled.addAll(recorded);
        Collections.reverse(shuffled);

        assertThat(RecordedSession.of(shuffled)).isEqualTo(RecordedSession.of(recorded));
    }

    @Test
    void aFactThatWasAnotherLeadsToADifferenceThatIsShown() {
        String tampered = CaseFile.write(RecordedSession.of(recorded).getFirst())
                .replace("no wait I mean Sunday", "no wait I mean Monday");

        RecordedSession session = RecordedSession.of(CaseFile.read(tampered)).getFirst();
        List<Replay.Difference> differences = Replay.run(session);

        assertThat(differences).isNotEmpty();
        Replay.Difference first = differences.getFirst();
        assertThat(first.expected()).isNotEqualTo(first.actual());
        assertThat(first.expected()).anyMatch(line -> line.startsWith("StartModel ") || line.startsWith("TakeTurn "));
    }

    @Test
    void whyAnAnswerEndedIsRecordedAndDecidesWhatIsSpoken() {
        String text = CaseFile.write(
                RecordedSession.of(RecordedScripts.filteredCall()).getFirst());

        assertThat(differences(text)).isEmpty();
        assertThat(differences(text.replace("FILTERED", "COMPLETE"))).isNotEmpty();
        assertThat(differences(text.replace("\"end\":\"FILTERED\",", "")))
                .as("a recording that is older than the reason: all that was written was spoken")
                .isEqualTo(differences(text.replace("FILTERED", "COMPLETE")));
    }

    private static List<Replay.Difference> differences(String text) {
        return Replay.run(RecordedSession.of(CaseFile.read(text)).getFirst());
    }

    @Test
    void aDigestThatWasAnotherIsADifference() {
        String tampered = CaseFile.write(RecordedSession.of(recorded).getFirst())
                .replaceFirst("SpeakClause 0 0 ", "SpeakClause 0 1 ");

        List<Replay.Difference> differences =
                Replay.run(RecordedSession.of(CaseFile.read(tampered)).getFirst());

        assertThat(differences).singleElement().satisfies(difference -> {
            assertThat(difference.step()).isZero();
            assertThat(difference.expected()).anyMatch(line -> line.startsWith("SpeakClause 0 1 "));
            assertThat(difference.actual()).anyMatch(line -> line.startsWith("SpeakClause 0 0 "));
        });
    }

    @Test
    void aCaseIsTheSessionAndReadsBackTheSame() {
        RecordedSession session = RecordedSession.of(recorded).getFirst();

        String text = CaseFile.write(session);

        assertThat(RecordedSession.of(CaseFile.read(text))).containsExactly(session);
        assertThat(Replay.again(session)).isEqualTo(session);
    }

    @Test
    void factsThatTheJournalDroppedAreNoticed() {
        List<JournalRecord> gap = new ArrayList<>(recorded);
        gap.remove(3);

        assertThat(RecordedSession.of(gap).getFirst().whole()).isFalse();
    }

    @Test
    void eachEpochIsASessionOfItsOwnAndKnowsWhatWasSaidBefore() {
        List<JournalRecord> twice = new ArrayList<>(recorded);
        JournalRecord first = recorded.getFirst();
        Turn turn = new Turn(4, Role.caller, "hello", "", 1, 2, Optional.empty());
        JournalEntry.Fact began =
                ConversationNote.note(RecordedSession.of(recorded).getFirst().settings(), List.of(turn), 9_000_000);
        twice.add(new JournalRecord(first.callId(), 2, 0, 9_000, new JournalEntry.FactsNoted(List.of(began))));

        List<RecordedSession> sessions = RecordedSession.of(throughJson(twice));

        assertThat(sessions).extracting(RecordedSession::epoch).containsExactly(1, 2);
        assertThat(sessions.getLast().turnsSoFar()).singleElement().satisfies(said -> {
            assertThat(said.number()).isEqualTo(4);
            assertThat(said.role()).isEqualTo(Role.caller);
            assertThat(said.text()).isEqualTo("hello");
        });
    }

    @Test
    void whatCannotBeReplayedSaysWhy() {
        assertThatThrownBy(() -> RecordedSession.of(recorded.subList(1, recorded.size())))
                .isInstanceOf(UnreplayableException.class)
                .hasMessageContaining("began");
        assertThatThrownBy(
                        () -> RecordedSession.of(with(new JournalEntry.Fact(1, "Telepathy", Map.of("us", 1L), null))))
                .isInstanceOf(UnreplayableException.class)
                .hasMessageContaining("Telepathy");
        assertThatThrownBy(() -> CaseFile.read("{}\n")).isInstanceOf(UnreplayableException.class);
        assertThatThrownBy(() -> CaseFile.read("")).isInstanceOf(UnreplayableException.class);
    }

    private List<JournalRecord> with(JournalEntry.Fact note) {
        List<JournalRecord> more = new ArrayList<>(recorded);
        more.add(new JournalRecord(
                recorded.getFirst().callId(), 1, recorded.size(), 1, new JournalEntry.FactsNoted(List.of(note))));
        return more;
    }

    private static List<JournalRecord> throughJson(List<JournalRecord> records) {
        return records.stream()
                .map(each -> EventJson.journalRecord(EventJson.write(each)))
                .toList();
    }
}
