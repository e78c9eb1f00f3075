package dev.pickup.benchmarks.engine;

import dev.pickup.media.Engines;
import dev.pickup.media.listening.VoiceActivity;

/// A set of engines for one media task: the real voice activity detection, the rest simulated. Close it after the task.
public final class SimulatedEngines implements AutoCloseable {
    private final EngineClock clock = new EngineClock();
    private final Engines engines;

    public SimulatedEngines(VoiceActivity voiceActivity, EngineLatency latency) {
        this.engines = new Engines(
                voiceActivity,
                new SimulatedSpeechToText(latency.recognition(), clock),
                new SimulatedModel(latency.model()),
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
