package dev.pickup.benchmarks;

import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.speech.offline.OfflineSpeech;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One window of 32 ms through Silero. Needs the speech models.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class VoiceActivityBenchmark {
    private final short[] window = new short[VoiceActivity.WINDOW_SAMPLES];
    private VoiceActivity.Detector detector = nothing();

    @Setup
    public void open() {
        short[] speech = SpeechLike.samples();
        for (int i = 0; i < window.length; i++) {
            window[i] = speech[i % speech.length];
        }
        detector = OfflineSpeech.loadVoiceActivity(Path.of(System.getProperty(
                        "pickup.models.dir", System.getProperty("user.home") + "/.local/share/pickup/models")))
                .newDetector();
    }

    @TearDown
    public void close() {
        detector.close();
    }

    @Benchmark
    public float window() {
        return detector.probability(window, 0);
    }

    private static VoiceActivity.Detector nothing() {
        return new VoiceActivity.Detector() {
            @Override
            public float probability(short[] samples, int offset) {
                return 0;
            }

            @Override
            public void close() {}
        };
    }
}
