package dev.pickup.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarTest {
    private static final long MS = 1_000_000;

    private final Ear ear = new Ear();

    @Test
    void theFirstAudibleSampleIsWhereItIsPlayedNotWhereItsFrameArrives() {
        ear.frame(-1, 1_000 * MS); // silence: plays until 1,020
        ear.frame(160, 1_001 * MS); // audible 10 ms into a frame that has to wait for the one before

        assertThat(ear.firstAudible()).isEqualTo(1_030 * MS);
        assertThat(ear.audibleUntil()).isEqualTo(1_040 * MS);
    }

    @Test
    void framesThatComeAheadAreNotLateAndAGapOfMoreThan20MsIs() {
        ear.frame(0, 0);
        ear.frame(0, 5 * MS);
        ear.frame(0, 60 * MS); // the ear had nothing since 40: a gap of 20
        ear.frame(0, 101 * MS); // since 80: 21

        assertThat(ear.late()).isEqualTo(1);
        assertThat(ear.frames()).isEqualTo(4);
    }

    @Test
    void soundIsCountedUnlessItIsClearedInTime() {
        ear.frame(0, 0);
        ear.frame(-1, 0);
        ear.frame(0, 0); // plays from 40 to 60
        assertThat(ear.audible()).isEqualTo(40 * MS);

        ear.clear(50 * MS);
        assertThat(ear.audible()).isEqualTo(30 * MS);

        ear.listenAfresh();
        assertThat(ear.audible()).isZero();
    }

    @Test
    void aPauseAfterAMarkIsNoGap() {
        ear.frame(0, 0);
        ear.mark("end of clause");
        ear.frame(0, 500 * MS);

        assertThat(ear.late()).isZero();
    }

    @Test
    void marksReturnWhenTheyAreReachedAndAtOnceWhenFlushed() {
        ear.frame(0, 0);
        ear.mark("first");
        ear.frame(0, 1 * MS);
        ear.mark("second");

        assertThat(ear.due(19 * MS)).isEmpty();
        assertThat(ear.due(20 * MS)).containsExactly("first");
        ear.clear(25 * MS);
        assertThat(ear.due(25 * MS)).containsExactly("second");
    }

    @Test
    void aClearSilencesTheAgent() {
        for (int i = 0; i < 10; i++) {
            ear.frame(0, 0);
        }
        assertThat(ear.audibleUntil()).isEqualTo(200 * MS);

        ear.clear(30 * MS);

        assertThat(ear.audibleUntil()).isEqualTo(30 * MS);
        assertThat(ear.cleared()).isEqualTo(30 * MS);
        ear.frame(0, 40 * MS);
        assertThat(ear.late()).isZero();
    }
}
