package dev.pickup.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandOverTest {
    private static final long ASKED_US = 5_000_000;
    private static final long LATEST_US = ASKED_US + 20_000_000;

    private final HandOver handOver = new HandOver();

    @Test
    void aTaskThatMayStayLeavesNoCall() {
        assertThat(handOver.due(true, Long.MAX_VALUE - 1)).isFalse();
    }

    @Test
    void aCallIsLeftAtTheFirstSilence() {
        handOver.atSilence(ASKED_US);

        assertThat(handOver.due(false, ASKED_US)).isFalse();
        assertThat(handOver.due(true, ASKED_US)).isTrue();
    }

    @Test
    void aCallThatIsNeverSilentIsLeftInTheEnd() {
        handOver.atSilence(ASKED_US);

        assertThat(handOver.due(false, LATEST_US - 1)).isFalse();
        assertThat(handOver.due(false, LATEST_US)).isTrue();
    }

    @Test
    void aTaskThatCannotWaitDoesNot() {
        handOver.atSilence(ASKED_US);
        handOver.atOnce(ASKED_US + 1);

        assertThat(handOver.due(false, ASKED_US + 1)).isTrue();
    }
}
