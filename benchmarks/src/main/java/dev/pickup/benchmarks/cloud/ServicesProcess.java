package dev.pickup.benchmarks.cloud;

import dev.pickup.benchmarks.engine.EngineSetup;
import dev.pickup.benchmarks.process.ChildProcess;
import java.io.IOException;
import java.util.List;

/// The simulated services of Amazon in a JVM of their own. Owned by one thread.
public final class ServicesProcess implements AutoCloseable {
    private final ChildProcess process;
    private final ServicesReport ready;

    /// Ready when this returns.
    ///
    /// @param engines those of the server under test
    public ServicesProcess(EngineSetup engines) throws IOException {
        process = new ChildProcess(
                "the simulated services",
                ServicesMain.class,
                List.of("-XX:+UseSerialGC", "-Xmx1g"),
                List.of(engines.latency(), engines.withoutNames()));
        ready = ServicesReport.of(process.answer());
    }

    public Endpoints endpoints() {
        return ready.endpoints();
    }

    /// Flags of a JVM that trusts them.
    public List<String> trusting() {
        return ready.trusting();
    }

    public ServicesReport report() {
        return ServicesReport.of(process.ask("report"));
    }

    @Override
    public void close() {
        process.close();
    }
}
