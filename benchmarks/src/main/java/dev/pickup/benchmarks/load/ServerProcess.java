package dev.pickup.benchmarks.load;

import dev.pickup.benchmarks.engine.EngineSetup;
import dev.pickup.benchmarks.process.ChildProcess;
import dev.pickup.benchmarks.server.ServerMain;
import dev.pickup.benchmarks.server.ServerReport;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// The media task under test, in a JVM of its own. Owned by one thread.
final class ServerProcess implements AutoCloseable {
    private final ChildProcess process;
    private final URI address;

    /// Ready when this returns.
    ///
    /// @param services those of the engines
    /// @throws IllegalStateException it did not start; it has said why on standard error
    ServerProcess(LoadSettings settings, Services services) throws IOException {
        EngineSetup engines = settings.engines();
        List<String> arguments = new ArrayList<>(List.of(
                EngineSetup.name(engines.kind()),
                engines.latency(),
                engines.withoutNames(),
                settings.models().toString()));
        services.endpoints()
                .ifPresent(at -> arguments.addAll(List.of(
                        at.transcribe().toString(),
                        at.bedrock().toString(),
                        at.polly().toString())));
        List<String> flags = new ArrayList<>(settings.serverFlags());
        flags.addAll(services.trusting());
        process = new ChildProcess("the media task under test", ServerMain.class, flags, arguments);
        address =
                URI.create("ws://127.0.0.1:" + ServerReport.of(process.answer()).port());
    }

    URI address() {
        return address;
    }

    /// What happened since the last report.
    ServerReport report() {
        return ServerReport.of(process.ask("report"));
    }

    /// What it occupies; collects its garbage.
    ServerReport memory() {
        return ServerReport.of(process.ask("memory"));
    }

    @Override
    public void close() {
        process.close();
    }
}
