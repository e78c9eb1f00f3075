package dev.pickup.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.session.VoiceGate.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Sound of known times, and a detector that hears its end 230 ms late, as Silero does.
class VoiceGateTest {
    private static final int SAMPLES_PER_MS = 16;
    private static final int LAG_WINDOWS = 7;
    private static final double QUIET_LINE = 33; // -60 dBFS
    private static final double NOISY_LINE = 700; // -33 dBFS: 12 dB below the voice

    private final Random random = new Random(1);
    private final List<String> heard = new ArrayList<>();
    private final List<String> hushes = new ArrayList<>();
    private final List<Long> stirredMs = new ArrayList<>();

    @Test
    void theEndOfSpeechIsDatedFromTheSoundAndToldBeforeTheDetectorNotices() {
        listen(QUIET_LINE, 1_000, 2_000, 3_000);

        assertThat(changes()).containsExactly("began", "paused");
        assertThat(atMs(1)).isBetween(1_990L, 2_010L);
        assertThat(toldMs(1)).as("160 ms of silence, a window, a frame").isBetween(2_150L, 2_220L);
    }

    @Test
    void aMomentWithoutSoundIsToldLongBeforeThePause() {
        listen(QUIET_LINE, 1_000, 2_000, 3_000);

        assertThat(hushes).hasSize(1);
        String[] hush = hushes.getFirst().split(" ", -1);
        assertThat(Long.parseLong(hush[0])).isBetween(1_990L, 2_010L);
        assertThat(Long.parseLong(hush[1]))
                .as("64 ms of silence, a window, a frame")
                .isBetween(2_060L, 2_120L);
    }

    @Test
    void aLineAsLoudAsTheVoiceIsLeftToTheDetector() {
        listen(NOISY_LINE, 1_000, 2_000, 3_000);

        assertThat(changes()).containsExactly("began", "paused");
        assertThat(atMs(1)).isBetween(2_150L, 2_260L);
    }

    @Test
    void theStopsInsideWordsAreNoPause() {
        listen(QUIET_LINE, 1_000, 1_400, 1_520, 2_000, 3_000);

        assertThat(changes()).containsExactly("began", "paused");
        assertThat(atMs(1)).isBetween(1_990L, 2_010L);
        assertThat(hushes).as("the stop, and the end").hasSize(2);
    }

    @Test
    void aPauseIsFollowedByTheNextSpeechNotByTheDetectorsLag() {
        listen(QUIET_LINE, 1_000, 2_000, 2_600, 3_200, 4_000);

        assertThat(changes()).containsExactly("began", "paused", "began", "paused");
        assertThat(atMs(2)).isBetween(2_560L, 2_640L);
        assertThat(atMs(3)).isBetween(3_190L, 3_210L);
    }

    @Test
    void aSoftVoiceAfterALoudOneIsHeard() {
        short[] sound = sound(QUIET_LINE, 1_000, 1_300, 6_000, 7_000, 8_000);
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (short) (i < 2_000 * SAMPLES_PER_MS ? Math.clamp(4 * sound[i], -32_768, 32_767) : sound[i] / 4);
        }
        listen(sound);

        assertThat(changes()).containsExactly("began", "paused", "began", "paused");
        assertThat(atMs(3)).isBetween(6_990L, 7_010L);
    }

    @Test
    void aVoiceThatIsCertainBeginsAWindowSooner() {
        assertThat(beginsMs(0.9f)).isEqualTo(80);
        assertThat(beginsMs(0.7f)).isEqualTo(100);
    }

    private static int beginsMs(float probability) {
        short[] sound = new short[200 * SAMPLES_PER_MS];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (short) (4_000 * Math.sin(i / 12.0));
        }
        try (VoiceGate gate = new VoiceGate(new Steady(probability))) {
            for (int at = 0; at < sound.length; at += AudioFrame.SAMPLES) {
                if (gate.listen(AudioFrame.copyOf(sound, at), 0) instanceof Change.Began) {
                    return (at + AudioFrame.SAMPLES) / SAMPLES_PER_MS;
                }
            }
        }
        return -1;
    }

    @Test
    void soundThatMayBeTheFirstOfSpeechStirsUntilItIsKnownToBe() {
        listen(QUIET_LINE, 1_000, 2_000, 3_000);

        assertThat(stirredMs)
                .as("the two windows before it began")
                .isNotEmpty()
                .allSatisfy(ms -> assertThat(ms).isBetween(1_020L, toldMs(0) - 1));
    }

    @Test
    void noiseDoesNotStir() {
        listen(NOISY_LINE, 8_000);

        assertThat(stirredMs).isEmpty();
    }

    private void listen(double noise, int... turnsMs) {
        listen(sound(noise, turnsMs));
    }

    private void listen(short[] sound) {
        try (VoiceGate gate = new VoiceGate(new LateDetector())) {
            for (int at = 0; at < sound.length; at += AudioFrame.SAMPLES) {
                int nowMs = (at + AudioFrame.SAMPLES) / SAMPLES_PER_MS;
                switch (gate.listen(AudioFrame.copyOf(sound, at), 0)) {
                    case Change.None _ -> {}
                    case Change.Hushed(long atMs) -> hushes.add(atMs + " " + nowMs);
                    case Change.Began(long atMs) -> heard.add("began " + atMs + " " + nowMs);
                    case Change.Paused(long atMs) -> heard.add("paused " + atMs + " " + nowMs);
                }
                if (gate.stirs()) {
                    stirredMs.add((long) nowMs);
                }
            }
        }
    }

    /// Noise from 0, voice from the first time to the second, noise, voice, ... until the last.
    private short[] sound(double noise, int... turnsMs) {
        short[] sound = new short[turnsMs[turnsMs.length - 1] * SAMPLES_PER_MS];
        int turn = 0;
        for (int i = 0; i < sound.length; i++) {
            while (i >= turnsMs[turn] * SAMPLES_PER_MS) {
                turn++;
            }
            double voice = turn % 2 == 1 ? 4_000 * Math.sin(i / 12.0) : 0;
            sound[i] = (short) (voice + noise * random.nextGaussian());
        }
        return sound;
    }

    private List<String> changes() {
        return heard.stream().map(line -> line.split(" ", -1)[0]).toList();
    }

    private long atMs(int change) {
        return Long.parseLong(heard.get(change).split(" ", -1)[1]);
    }

    private long toldMs(int change) {
        return Long.parseLong(heard.get(change).split(" ", -1)[2]);
    }

    private record Steady(float probability) implements VoiceActivity.Detector {
        @Override
        public float probability(short[] samples, int offset) {
            return probability;
        }

        @Override
        public void close() {}
    }

    /// Speech is what is louder than -25 dBFS, and it goes on for 7 windows.
    private static final class LateDetector implements VoiceActivity.Detector {
        private int left;

        @Override
        public float probability(short[] samples, int offset) {
            double sum = 0;
            for (int i = 0; i < VoiceActivity.WINDOW_SAMPLES; i++) {
                sum += (double) samples[offset + i] * samples[offset + i];
            }
            boolean loud = Math.sqrt(sum / VoiceActivity.WINDOW_SAMPLES) > 600 && loudest(samples, offset) > 900;
            left = loud && isVoice(samples, offset) ? LAG_WINDOWS : left - 1;
            return left > 0 ? 0.9f : 0.1f;
        }

        /// A slow sine crosses zero seldom, noise all the time.
        private static boolean isVoice(short[] samples, int offset) {
            int crossings = 0;
            for (int i = 1; i < VoiceActivity.WINDOW_SAMPLES; i++) {
                crossings += samples[offset + i] * samples[offset + i - 1] < 0 ? 1 : 0;
            }
            return crossings < 60;
        }

        private static int loudest(short[] samples, int offset) {
            int loudest = 0;
            for (int i = 0; i < VoiceActivity.WINDOW_SAMPLES; i++) {
                loudest = Math.max(loudest, Math.abs(samples[offset + i]));
            }
            return loudest;
        }

        @Override
        public void close() {}
    }
}
