package dev.pickup.local.cli;

import dev.pickup.local.config.Configuration;
import dev.pickup.local.config.ConfigurationReader;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option `--data`, and `--help`: every command has them.
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where state, recordings and settings live (default: PICKUP_DATA, or the user's data folder).")
    private @Nullable Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    @SuppressWarnings("UnusedVariable") // picocli reads it: it asks for the help text
    private boolean help;

    Configuration configuration(Terminal terminal) {
        return ConfigurationReader.read(terminal.environment(), Optional.ofNullable(folder), terminal.home());
    }

    /// With the engines that the command line names, when it does.
    Configuration configuration(Terminal terminal, EnginesOption engines) {
        return ConfigurationReader.read(
                terminal.environment(), Optional.ofNullable(folder), engines.given(), terminal.home());
    }
}
