package dev.pickup.benchmarks.load;

import dev.pickup.benchmarks.cloud.Endpoints;
import dev.pickup.benchmarks.cloud.ServicesProcess;
import dev.pickup.benchmarks.engine.EngineSetup;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The simulated services of a run, if its engines need any. Owned by one thread.
record Services(Optional<ServicesProcess> process) implements AutoCloseable {
    static Services of(EngineSetup engines) throws IOException {
        return new Services(
                switch (engines.kind()) {
                    case SIMULATED -> Optional.empty();
                    case AWS -> Optional.of(new ServicesProcess(engines));
                });
    }

    Optional<Endpoints> endpoints() {
        return process.map(ServicesProcess::endpoints);
    }

    /// Flags of a JVM that trusts them.
    List<String> trusting() {
        return process.map(ServicesProcess::trusting).orElse(List.of());
    }

    /// That they have used so far.
    long cpuNanos() {
        return process.map(running -> running.report().cpuNanos()).orElse(0L);
    }

    @Override
    public void close() {
        process.ifPresent(ServicesProcess::close);
    }
}
