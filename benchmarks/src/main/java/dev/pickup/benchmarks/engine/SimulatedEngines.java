package dev.pickup.benchmarks.engine;

import dev.pickup.media.Engines;
import dev.pickup.media.failover.FailoverLanguageModel;
import dev.pickup.media.failover.Patience;
import dev.pickup.media.listening.VoiceActivity;
import java.util.List;

/// A set of engines for one media task: the real voice activity detection and the failover of models around engines
/// that are simulated. Close it after the task.
public final class SimulatedEngines implements AutoCloseable {
    private final EngineClock clock = new EngineClock();
    private final Engines engines;

    /// @param patience with the model
    public SimulatedEngines(VoiceActivity voiceActivity, EngineLatency latency, Patience patience) {
        this.engines = new Engines(
                voiceActivity,
                new SimulatedSpeechToText(latency.recognition(), clock),
                new FailoverLanguageModel(List.of(new SimulatedModel(latency.model())), patience, System::nanoTime),
                new SimulatedVoice(latency.voice(), clock));
    }

    public Engines engines() {
        return engines;
    }

    @Override
    public void close() {
        clock.close();
    }
}
