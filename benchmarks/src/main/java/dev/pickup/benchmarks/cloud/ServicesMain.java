package dev.pickup.benchmarks.cloud;

import dev.pickup.benchmarks.engine.EngineLatency;
import dev.pickup.benchmarks.engine.EngineSetup;
import dev.pickup.benchmarks.engine.EngineSetup.Feature;
import dev.pickup.benchmarks.engine.UsualReplies;
import dev.pickup.benchmarks.process.ProcessMeasures;
import dev.pickup.simulators.bedrock.Brain;
import dev.pickup.simulators.tls.ServerCertificate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// `ServicesMain ENGINE-LATENCY WITHOUT`: the simulated services in a process of their own, so that what they use is
/// not
/// taken for the product's. Says where they are when they are ready, and then, for each line of standard input, what it
/// has
/// used by now, as a [ServicesReport]; ends with its standard input.
public final class ServicesMain {
    private ServicesMain() {}

    public static void main(String[] args) throws IOException {
        EngineSetup setup = new EngineSetup(EngineSetup.Kind.AWS, args[0], Feature.of(args[1]));
        SplittableRandom random = new SplittableRandom(2);
        Brain brain = _ -> {
            synchronized (random) {
                return List.of(new Brain.Part.Text(UsualReplies.next(random)));
            }
        };
        Optional<ServerCertificate> certificate =
                setup.has(Feature.TLS) ? Optional.of(ServerCertificate.make()) : Optional.empty();
        try (SimulatedServices services = new SimulatedServices(
                        EngineLatency.of(setup.latency()),
                        Quotas.of(setup.has(Feature.RAISED_QUOTAS)),
                        brain,
                        certificate);
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            do {
                System.out.println(report(services, certificate).toJson());
            } while (lines.readLine() != null);
        } finally {
            certificate.ifPresent(ServerCertificate::close);
        }
    }

    private static ServicesReport report(SimulatedServices services, Optional<ServerCertificate> certificate) {
        return new ServicesReport(
                services.endpoints(),
                certificate.map(ServerCertificate::trustingFlags).orElse(List.of()),
                ProcessMeasures.cpuNanos(),
                services.transcribe().live(),
                services.transcribe().refused()
                        + services.polly().refused()
                        + services.bedrockDoor().refusals().size());
    }
}
