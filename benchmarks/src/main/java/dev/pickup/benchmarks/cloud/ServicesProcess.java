package dev.pickup.benchmarks.cloud;

import dev.pickup.benchmarks.process.ChildProcess;
import java.io.IOException;
import java.util.List;

/// The simulated services of Amazon in a JVM of their own. Owned by one thread.
public final class ServicesProcess implements AutoCloseable {
    private final ChildProcess process;
    private final Endpoints endpoints;

    /// Ready when this returns.
    ///
    /// @param latency a name or a file, see [EngineLatency]
    public ServicesProcess(String latency) throws IOException {
        process = new ChildProcess(
                "the simulated services", ServicesMain.class, List.of("-XX:+UseSerialGC", "-Xmx1g"), List.of(latency));
        endpoints = ServicesReport.of(process.answer()).endpoints();
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public ServicesReport report() {
        return ServicesReport.of(process.ask("report"));
    }

    @Override
    public void close() {
        process.close();
    }
}
