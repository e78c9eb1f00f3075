package dev.pickup.local.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option `--engines`: commands that start the product have it.
final class EnginesOption {
    @Option(
            names = "--engines",
            paramLabel = "ENGINES",
            description =
                    "Who hears, thinks and speaks: offline, aws, scripted, or one per port (default: PICKUP_ENGINES).")
    private @Nullable String engines;

    /// As it was given; whether it makes sense is not known yet.
    Optional<String> given() {
        return Optional.ofNullable(engines);
    }
}
