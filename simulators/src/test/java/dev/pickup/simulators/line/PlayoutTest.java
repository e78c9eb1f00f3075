package dev.pickup.simulators.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.simulators.Tones;
import dev.pickup.simulators.caller.Pcm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlayoutTest {
    private final Playout playout = new Playout();
    private final short[] frame = new short[Pcm.FRAME_SAMPLES];

    @Test
    void aMarkIsDueWhenItsSoundHasBeenPlayedToTheEnd() {
        playout.add(Tones.tone(30, 440));
        playout.mark("a");
        assertThat(playout.due()).isEmpty();
        playout.play(frame);
        assertThat(playout.due()).isEmpty();
        playout.play(frame);
        assertThat(frame[159]).isNotZero();
        assertThat(frame[161]).isZero();
        assertThat(playout.due()).containsExactly("a");
    }

    @Test
    void soundsFollowOneAnotherWithoutAGapOverAMark() {
        playout.add(Tones.tone(10, 440));
        playout.mark("a");
        playout.add(Tones.tone(10, 440));
        playout.mark("b");
        assertThat(playout.play(frame)).isTrue();
        assertThat(frame[319]).isNotZero();
        assertThat(playout.due()).containsExactly("a", "b");
        assertThat(playout.play(frame)).isFalse();
    }

    @Test
    void clearThrowsTheSoundAwayAndGivesTheMarksBackInOrder() {
        playout.add(Tones.tone(500, 440));
        playout.mark("a");
        playout.add(Tones.tone(500, 440));
        playout.mark("b");
        playout.play(frame);
        assertThat(playout.clear()).containsExactly("a", "b");
        assertThat(playout.play(frame)).isFalse();
        assertThat(playout.clear()).isEmpty();
        playout.add(Tones.tone(20, 440));
        playout.play(frame);
        assertThat(frame[0]).isNotZero();
    }

    @Test
    void itHoldsTwoMinutesAndNoMore() {
        assertThat(playout.add(Pcm.silence(Duration.ofMinutes(1)))).isTrue();
        assertThat(playout.add(Pcm.silence(Duration.ofMinutes(1)))).isTrue();
        assertThat(playout.add(Pcm.silence(Duration.ofMillis(20)))).isFalse();
        playout.play(frame);
        assertThat(playout.add(Pcm.silence(Duration.ofMillis(20)))).isTrue();
    }
}
