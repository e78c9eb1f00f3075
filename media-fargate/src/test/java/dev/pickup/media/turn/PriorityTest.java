package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of what gives way to what in the one queue of speech.
class PriorityTest {
    /// What is queued → whether it is thrown away for a prompt, a filler, an answer, an apology, a notice: `u` as long
    /// as it is unheard, `*` in any case, `-` never.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PROMPT,   u, u, u, *, u",
        "FILLER,   -, u, u, *, u",
        "ANSWER,   -, -, u, *, u",
        "APOLOGY,  -, -, -, *, u",
        "NOTICE,   -, -, -, -, -",
    })
    void whatIsQueuedGivesWayTo(
            Priority queued, String prompt, String filler, String answer, String apology, String notice) {
        assertThat(fate(queued, Priority.PROMPT)).as("prompt").isEqualTo(prompt);
        assertThat(fate(queued, Priority.FILLER)).as("filler").isEqualTo(filler);
        assertThat(fate(queued, Priority.ANSWER)).as("answer").isEqualTo(answer);
        assertThat(fate(queued, Priority.APOLOGY)).as("apology").isEqualTo(apology);
        assertThat(fate(queued, Priority.NOTICE)).as("notice").isEqualTo(notice);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PROMPT,  true,  true",
        "FILLER,  true,  true",
        "ANSWER,  false, true",
        "APOLOGY, false, false",
        "NOTICE,  false, false",
    })
    void whatFillsASilenceAndWhatACallerMayInterrupt(Priority priority, boolean fills, boolean interruptible) {
        assertThat(priority.fillsSilence()).isEqualTo(fills);
        assertThat(priority.interruptible()).isEqualTo(interruptible);
    }

    private static String fate(Priority queued, Priority next) {
        if (queued.givesWayTo(next, true)) {
            return "*";
        }
        return queued.givesWayTo(next, false) ? "u" : "-";
    }
}
