package dev.pickup.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.events.journal.JournalEntry.Role;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.events.journal.JournalRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpokenTurnsTest {
    private final SpokenTurns turns = new SpokenTurns();

    @Test
    void aQuestionIsHeardWholeWhenItsWordsAreThereAndNoOthersInWhateverTurns() {
        take("whole", 1, Role.caller, "What are your hours, please?");
        take("split", 1, Role.caller, "What are your");
        take("split", 2, Role.caller, "hours please");
        take("short", 1, Role.caller, "What are hours please");
        take("twice", 1, Role.caller, "What are your hours please please");

        assertThat(turns.heardOf(List.of("What are your hours, please?", "Hello?")))
                .isEqualTo(2);
    }

    @Test
    void aLaterRecordOfATurnReplacesTheEarlierOne() {
        take("call", 1, Role.caller, "What are");
        take("call", 1, Role.caller, "What are your hours");

        assertThat(turns.heardOf(List.of("What are your hours"))).isEqualTo(1);
    }

    @Test
    void answersAreWhatWasSaidAfterTheGreeting() {
        for (String call : new String[] {"one", "two", "three"}) {
            take(call, 0, Role.agent, "Hello.");
        }
        take("one", 2, Role.agent, "We are open.");
        take("two", 2, Role.agent, "We are");
        take("two", 3, Role.agent, "We are open.");

        assertThat(turns.answers()).isEqualTo(Map.of("We are open.", 1L, "We are / We are open.", 1L, "", 1L));
    }

    private void take(String call, int turn, Role role, String text) {
        turns.append(new JournalRecord(call, 1, 0, 0, new TurnTaken(turn, role, text, "", 0, 0, null)));
    }
}
