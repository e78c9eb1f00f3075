package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.turn.Endpointing.Evidence;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EndpointingTest {
    /// Words, melody (-1 to 1) and the model's probability (none: -1) → silence in ms.
    @ParameterizedTest(name = "{0}, melody {1}, model {2} → {3} ms")
    @CsvSource({
        "COMPLETE,       0, -1,   350",
        "COMPLETE,       1, -1,   263",
        "COMPLETE,      -1, -1,   466",
        "COMPLETE,       0,  1,   250",
        "COMPLETE,       0,  0,   700",
        "LIKELY,         0, -1,   520",
        "LIKELY,         1, -1,   520",
        "UNSURE,         0, -1,   720",
        "UNSURE,         1, -1,   720",
        "UNSURE,         0,  1,   396",
        "UNSURE,         1, .9,   461",
        "UNSURE,        -1, .1,  1724",
        "MORE_MAY_COME,  0, -1,   950",
        "HANGING,        0, -1,  1300",
        "HANGING,        1,  1,   715",
        "DICTATING,      0, -1,  1800",
        "DICTATING,      1, -1,  1800",
        "DICTATING,      0,  0,  3000",
    })
    void evidenceAddsUp(Thought thought, double finality, double model, long silenceMs) {
        OptionalDouble judged = model < 0 ? OptionalDouble.empty() : OptionalDouble.of(model);

        assertThat(Endpointing.silenceMs(new Evidence(thought, finality, judged), new Pace()))
                .isEqualTo(silenceMs);
    }

    @Test
    void aCallerWhoPausesIsGivenTimeAndOneWhoNeverDoesIsAnsweredSooner() {
        Evidence unsure = new Evidence(Thought.UNSURE, 0, OptionalDouble.empty());
        Pace slow = new Pace();
        Pace brisk = new Pace();
        for (int i = 0; i < 6; i++) {
            slow.paused(900);
            brisk.paused(200);
        }

        assertThat(Endpointing.silenceMs(unsure, slow)).isBetween(1_000L, 1_300L);
        assertThat(Endpointing.silenceMs(unsure, brisk)).isEqualTo(576);
    }

    @Test
    void oneWrongCutTeachesMoreThanOnePauseThatWasWaitedFor() {
        Pace waited = new Pace();
        Pace cut = new Pace();
        waited.paused(300);
        cut.paused(300);

        waited.paused(800);
        cut.cutOff(800);

        assertThat(cut.usualMs()).isGreaterThan(waited.usualMs());
    }

    @ParameterizedTest
    @EnumSource
    void silenceIsBoundedWhateverTheEvidence(Thought thought) {
        Pace endless = new Pace();
        for (int i = 0; i < 20; i++) {
            endless.cutOff(60_000);
        }
        long most = Endpointing.silenceMs(new Evidence(thought, -1, OptionalDouble.of(0)), endless);
        long least = Endpointing.silenceMs(new Evidence(thought, 1, OptionalDouble.of(1)), new Pace());

        assertThat(most).isLessThanOrEqualTo(Endpointing.MOST_MS);
        assertThat(least).isGreaterThanOrEqualTo(Endpointing.LEAST_MS);
    }

    @Test
    void gapsInsideWordsAreNoPauses() {
        Pace pace = new Pace();
        for (int i = 0; i < 10; i++) {
            pace.paused(100);
        }

        assertThat(pace.usualMs()).isZero();
    }
}
