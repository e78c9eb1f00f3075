package dev.pickup.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallRecorderTest {
    private static final int SAMPLES_PER_MS = 16;
    private static final AudioFrame CALLER = constant(1_000);
    private static final AudioFrame AGENT = constant(2_000);

    private final Tape tape = new Tape();
    private final CallRecorder recorder = new CallRecorder(tape);

    @Test
    void theAgentLiesWhereItWasHeard() {
        callerFrom(360, 10);
        recorder.agent(AGENT, 450);
        callerFrom(560, 5);
        assertThat(recorder.finish()).contains("key");
        assertThat(tape.leftMs()).isEqualTo(300);
        assertThat(tape.agentMs()).containsExactly(90, 110);
    }

    @Test
    void aFirstFrameThatHadWaitedDoesNotShiftTheSides() {
        recorder.caller(CALLER, 512); // it came late; those behind it came at once
        recorder.agent(AGENT, 550);
        callerFrom(372, 50); // so it was spoken at 352
        recorder.finish();
        assertThat(tape.leftMs()).isEqualTo(1_020);
        assertThat(tape.agentMs()).containsExactly(550 - 352, 550 - 352 + 20);
    }

    @Test
    void lostFramesAreSilenceAndBothSidesStayTogether() {
        callerFrom(0, 10);
        callerFrom(360, 60);
        recorder.agent(AGENT, 1_500);
        recorder.finish();
        assertThat(tape.leftMs()).isEqualTo(360 + 60 * 20);
        assertThat(tape.silentMs(200, 360)).isTrue();
        assertThat(tape.agentMs()).containsExactly(1_500, 1_520);
    }

    @Test
    void whatWasClearedBeforeItWasHeardIsNotRecorded() {
        callerFrom(0, 5);
        recorder.agent(AGENT, 100);
        recorder.agent(AGENT, 120);
        recorder.cut(110);
        callerFrom(100, 10);
        recorder.finish();
        assertThat(tape.agentMs()).containsExactly(100, 110);
    }

    @Test
    void aCallLongerThanTheRingIsWrittenWholeAndOnce() {
        for (int second = 0; second < 20; second++) {
            recorder.agent(AGENT, second * 1_000L + 500);
            callerFrom(second * 1_000L, 50);
        }
        recorder.finish();
        assertThat(tape.leftMs()).isEqualTo(20_000);
        assertThat(tape.agentStarts()).containsExactlyElementsOf(everySecondFrom(1_500, 19));
    }

    /// The first of them is dropped: nobody was recorded yet when it was said.
    private static List<Integer> everySecondFrom(int first, int count) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            starts.add(first + i * 1_000);
        }
        return starts;
    }

    private void callerFrom(long atMs, int frames) {
        for (int i = 0; i < frames; i++) {
            recorder.caller(CALLER, atMs + i * 20L);
        }
    }

    private static AudioFrame constant(int level) {
        short[] samples = new short[AudioFrame.SAMPLES];
        Arrays.fill(samples, (short) level);
        return AudioFrame.owning(samples);
    }

    /// Keeps what is appended.
    private static final class Tape implements Recordings.Recording {
        private final List<Short> left = new ArrayList<>();
        private final List<Short> right = new ArrayList<>();

        @Override
        public String key() {
            return "key";
        }

        @Override
        public void append(short[] caller, short[] agent) {
            for (int i = 0; i < caller.length; i++) {
                left.add(caller[i]);
                right.add(agent[i]);
            }
        }

        @Override
        public void close() {}

        int leftMs() {
            return left.size() / SAMPLES_PER_MS;
        }

        boolean silentMs(int from, int to) {
            return left.subList(from * SAMPLES_PER_MS, to * SAMPLES_PER_MS).stream()
                    .allMatch(sample -> sample == 0);
        }

        /// Where the only stretch of the agent's voice begins and ends.
        List<Integer> agentMs() {
            List<Integer> starts = agentStarts();
            assertThat(starts).hasSize(1);
            return List.of(starts.getFirst(), (right.lastIndexOf((short) 2_000) + 1) / SAMPLES_PER_MS);
        }

        List<Integer> agentStarts() {
            List<Integer> starts = new ArrayList<>();
            for (int i = 0; i < right.size(); i++) {
                if (right.get(i) != 0 && (i == 0 || right.get(i - 1) == 0)) {
                    starts.add(i / SAMPLES_PER_MS);
                }
            }
            return starts;
        }
    }
}
