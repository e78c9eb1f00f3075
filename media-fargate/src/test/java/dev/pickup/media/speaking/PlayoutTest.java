package dev.pickup.media.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.audio.AudioFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A second of audio is 50 frames; the playout sends 200 ms = 10 frames ahead.
class PlayoutTest {
    private final List<String> wire = new ArrayList<>();
    private final Playout playout = new Playout(
            new OutputLine() {
                @Override
                public void audio(AudioFrame frame) {
                    wire.add("a" + frame.sample(0));
                }

                @Override
                public void mark(String name) {
                    wire.add(name);
                }

                @Override
                public void clear() {
                    wire.add("clear");
                }
            },
            200);

    @Test
    void sendsAtMostAsFarAheadAsItMayAndKeepsPace() {
        speak(0, 0, 1_000);
        playout.tick(0);
        assertThat(wire).hasSize(10);
        playout.tick(40);
        assertThat(wire).hasSize(12);
        assertThat(playout.nextTickMs(40)).isEqualTo(60);
    }

    @Test
    void aClearKeepsTheAudioAndResumesWhereTheCallerStoppedHearing() {
        speak(0, 0, 1_000);
        run(0, 300);
        wire.clear();

        Playout.Heard heard = playout.hold(0, 310);
        assertThat(heard).isEqualTo(new Playout.Heard(0, 310));
        assertThat(playout.tick(500)).isEmpty();
        playout.resume(0, 0, 300);
        playout.tick(600);

        assertThat(wire.getFirst()).isEqualTo("clear");
        assertThat(wire.get(1)).isEqualTo("a300");
    }

    @Test
    void aMarkTellsThatAClauseWasHeardUnlessItWasFlushed() {
        speak(0, 0, 100);
        playout.complete(0, 1);
        run(0, 120);
        assertThat(wire).contains("e0u0c0");
        assertThat(playout.markReturned("e0u0c0", 110)).contains(new Playout.Played(0, 0));

        speak(1, 0, 1_000);
        playout.complete(1, 1);
        run(200, 1_100);
        playout.hold(1, 1_110);
        assertThat(playout.markReturned("e0u1c0", 1_120)).isEmpty();
    }

    @Test
    void whatIsDroppedIsNeverSentAndTheNextFollows() {
        speak(0, 0, 1_000);
        speak(1, 0, 1_000);
        run(0, 200);
        wire.clear();
        assertThat(playout.drop(0, 200).playedMs()).isEqualTo(200);
        playout.tick(200);

        assertThat(wire.getFirst()).isEqualTo("clear");
        assertThat(wire.get(1)).isEqualTo("a0");
    }

    @Test
    void anUnfinishedClauseThatIsMadeAnewIsNotMixedWithTheOldOne() {
        playout.open(0);
        playout.add(0, 0, ramp(100));
        playout.tick(0);
        playout.open(0);
        wire.clear();
        playout.add(0, 0, ramp(100));
        playout.clauseDone(0, 0);
        playout.tick(20);

        assertThat(wire.getFirst()).isEqualTo("a0");
    }

    @Test
    void audioThatComesTooLateIsCounted() {
        playout.open(0);
        playout.add(0, 0, ramp(100));
        playout.tick(0);
        playout.tick(150);
        assertThat(playout.lateFrames()).isZero();
        playout.add(0, 0, ramp(100));
        playout.tick(200);

        assertThat(playout.lateFrames()).isEqualTo(1);
    }

    private void speak(int utterance, int clause, int ms) {
        playout.open(utterance);
        playout.add(utterance, clause, ramp(ms));
        playout.clauseDone(utterance, clause);
    }

    private void run(int fromMs, int toMs) {
        for (int ms = fromMs; ms <= toMs; ms += 20) {
            playout.tick(ms);
        }
    }

    /// Each frame begins with its own time in ms.
    private static short[] ramp(int ms) {
        short[] samples = new short[ms * 16];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i / 16);
        }
        return samples;
    }
}
