package dev.pickup.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.speech.offline.QuickCallerVoice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two calls through one fault, and the warm-up before it: that it happens, is lived through and is reported, not how
/// quickly. A filter that cuts a sentence is the fault: nobody hears half of one. Voice activity is plain loudness, so
/// that no model files are needed.
class FaultRunIT {
    private static final int CALLS = 2;
    private static final String FAULT = "OpenAI: content filter after 8 words";

    private final List<FaultResult> results = new ArrayList<>();

    @Test
    void aFaultHappensToAllCallsAndEachIsAnsweredNevertheless() throws Exception {
        long lost = new FaultRun(CALLS, new Loudness(), new QuickCallerVoice()::speak, results::add).run(FAULT);

        assertThat(lost).isZero();
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.fault()).isEqualTo(FAULT);
            assertThat(result.calls()).isEqualTo(CALLS);
            assertThat(result.gapP50Ms()).isPositive();
            assertThat(result.answers().keySet())
                    .isNotEmpty()
                    .allMatch(answer -> answer.endsWith("nine to five.") || answer.endsWith(FaultyCloud.REPLY));
        });
    }

    @Test
    void everyFaultHasANameOfItsOwn() {
        assertThat(FaultCase.ALL).extracting(FaultCase::name).doesNotHaveDuplicates();
    }

    private static final class Loudness implements VoiceActivity {
        private static final double SPEECH = 300;

        @Override
        public Detector newDetector() {
            return new Detector() {
                @Override
                public float probability(short[] samples, int offset) {
                    double sum = 0;
                    for (int i = offset; i < offset + WINDOW_SAMPLES; i++) {
                        sum += Math.abs(samples[i]);
                    }
                    return sum / WINDOW_SAMPLES > SPEECH ? 1 : 0;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public String name() {
            return "loudness";
        }
    }
}
