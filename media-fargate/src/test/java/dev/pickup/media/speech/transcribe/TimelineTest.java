package dev.pickup.media.speech.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void aStreamThatBeganLateTellsTheLegsTime() {
        assertThat(new Timeline(4_000).legMs(250)).isEqualTo(4_250);
    }

    @Test
    void silenceThatNobodyFedTakesNoTimeOfTheLeg() {
        Timeline timeline = new Timeline(1_000);
        timeline.filled(500, 100);
        timeline.filled(600, 100);

        assertThat(timeline.legMs(400)).isEqualTo(1_400);
        assertThat(timeline.legMs(800)).isEqualTo(1_600);
    }
}
