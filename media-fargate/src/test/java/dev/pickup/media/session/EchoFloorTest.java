package dev.pickup.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.session.VoiceGate.Change;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// We speak from 1,000 to 3,000 ms, at an amplitude of 4,000; what the line brings is given.
class EchoFloorTest {
    private static final int SAMPLES_PER_MS = 16;
    private static final int OURS = 4_000;
    private static final int FROM_MS = 1_000;
    private static final int TO_MS = 3_000;
    private static final int END_MS = 4_000;

    private final short[] line = new short[END_MS * SAMPLES_PER_MS];

    @ParameterizedTest(name = "after {0} ms")
    @ValueSource(ints = {50, 200, 400, 580})
    void ourOwnVoiceThatComesBackIsNobodysSpeech(int delayMs) {
        sound(FROM_MS + delayMs, Math.min(END_MS, TO_MS + delayMs), OURS / 10);

        assertThat(heard()).isEmpty();
    }

    @Test
    void aCallerAsLoudAsWeAreIsHeardOverUs() {
        sound(1_500, 2_000, OURS);

        assertThat(heard()).containsExactly("began", "paused");
    }

    @Test
    void aCallerWhoIsHeardOverUsEndsWhenTheyDoAndNotWhenOurEchoDoes() {
        sound(FROM_MS, TO_MS, OURS / 10);
        sound(1_500, 2_000, OURS);

        assertThat(heard()).containsExactly("began", "paused");
    }

    @Test
    void aSoftVoiceThatWasHeardBeforeIsHeardOverUsToo() {
        sound(200, 600, OURS / 8);
        sound(2_000, 2_500, OURS / 8);

        assertThat(heard()).containsExactly("began", "paused", "began", "paused");
    }

    @Test
    void onceWeAreSilentASoftVoiceIsHeard() {
        sound(3_650, 3_900, OURS / 10);

        assertThat(heard()).startsWith("began");
    }

    private void sound(int fromMs, int toMs, int amplitude) {
        for (int i = fromMs * SAMPLES_PER_MS; i < toMs * SAMPLES_PER_MS; i++) {
            line[i] = (short) (amplitude * Math.sin(i / 12.0));
        }
    }

    private List<String> heard() {
        List<String> heard = new ArrayList<>();
        EchoFloor floor = new EchoFloor();
        short[] ours = new short[AudioFrame.SAMPLES];
        for (int i = 0; i < ours.length; i++) {
            ours[i] = (short) (OURS * Math.sin(i / 12.0));
        }
        try (VoiceGate gate = new VoiceGate(new AnySound())) {
            for (int ms = 0; ms < END_MS; ms += AudioFrame.PTIME_MS) {
                if (ms >= FROM_MS && ms < TO_MS) {
                    floor.said(AudioFrame.copyOf(ours, 0), ms);
                }
                switch (gate.listen(AudioFrame.copyOf(line, ms * SAMPLES_PER_MS), floor.at(ms))) {
                    case Change.None _, Change.Hushed _ -> {}
                    case Change.Began _ -> heard.add("began");
                    case Change.Paused _ -> heard.add("paused");
                }
            }
        }
        return heard;
    }

    /// Takes every sound for speech, an echo as well.
    private static final class AnySound implements VoiceActivity.Detector {
        @Override
        public float probability(short[] samples, int offset) {
            for (int i = 0; i < VoiceActivity.WINDOW_SAMPLES; i++) {
                if (Math.abs(samples[offset + i]) > 100) {
                    return 0.9f;
                }
            }
            return 0.1f;
        }

        @Override
        public void close() {}
    }
}
