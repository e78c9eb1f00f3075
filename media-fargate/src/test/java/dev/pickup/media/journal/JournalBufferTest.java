package dev.pickup.media.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalBufferTest {
    @Test
    void factsMakeRoomForTurnsWhenItIsFull() throws Exception {
        JournalBuffer buffer = new JournalBuffer(3);
        buffer.add(turn(0));
        buffer.add(facts(1));
        buffer.add(turn(2));
        buffer.add(turn(3));

        assertThat(buffer.take(10, 1)).extracting(JournalRecord::sequence).containsExactly(0L, 2L, 3L);
        assertThat(buffer.dropped()).isEqualTo(1);
    }

    @Test
    void whatIsPutBackComesFirstAgain() throws Exception {
        JournalBuffer buffer = new JournalBuffer(10);
        buffer.add(turn(0));
        buffer.add(turn(1));
        List<JournalRecord> taken = buffer.take(2, 1);
        buffer.add(turn(2));
        buffer.putBack(taken);

        assertThat(buffer.take(10, 1)).extracting(JournalRecord::sequence).containsExactly(0L, 1L, 2L);
        assertThat(buffer.isEmpty()).isTrue();
    }

    private static JournalRecord turn(long sequence) {
        return new JournalRecord(
                "call_1",
                1,
                sequence,
                0,
                new JournalEntry.TurnTaken(0, JournalEntry.Role.caller, "hi", "", 0, 1, null));
    }

    private static JournalRecord facts(long sequence) {
        return new JournalRecord("call_1", 1, sequence, 0, new JournalEntry.FactsNoted(List.of()));
    }
}
