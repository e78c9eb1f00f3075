package dev.pickup.media.speech.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentTest {
    private static final int MS = 16;

    private final Segment segment = new Segment(1_000 * MS);

    /// Found under load: "Can I come" reached to the end of "Can I come on Tuesday at three?", and was answered.
    @Test
    void aGuessDoesNotReachToTheEndOfTheSound() {
        segment.to = 2_800 * MS;
        segment.guess("can i come");

        assertThat(segment.heardTo()).isEqualTo(2_400 * MS);
        assertThat(segment.text()).isEqualTo("can i come");
    }

    @Test
    void aCarefulDecodeDoes() {
        segment.to = 2_800 * MS;
        segment.guess("can i come");
        segment.decoded("can i come on tuesday", 2_800 * MS);

        assertThat(segment.heardTo()).isEqualTo(2_800 * MS);
        assertThat(segment.text()).isEqualTo("can i come on tuesday");
    }

    @Test
    void soundThatGoesOnIsGuessedAgain() {
        segment.to = 2_800 * MS;
        segment.decoded("can i come", 2_800 * MS);
        segment.to = 3_300 * MS;

        assertThat(segment.heardTo()).isEqualTo(2_900 * MS);
    }

    @Test
    void whatHasJustBegunReachesNowhere() {
        segment.to = 1_100 * MS;

        assertThat(segment.heardTo()).isEqualTo(1_000 * MS);
    }
}
