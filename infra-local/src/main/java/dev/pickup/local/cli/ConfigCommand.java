package dev.pickup.local.cli;

import dev.pickup.local.config.Configuration;
import dev.pickup.local.config.Configuration.Line;
import dev.pickup.local.config.ConfigurationReader;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./pickup config`.
@Command(
        name = "config",
        description = "Shows the settings in force and where each came from; secrets are masked.",
        footer = {
            "",
            "A setting is a variable of the environment, or a line such as PICKUP_ENGINES: scripted",
            "in pickup.yaml in the data folder. The environment wins."
        })
final class ConfigCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private DataOption data = new DataOption();

    ConfigCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = data.configuration(terminal);
        List<Line> lines = configuration.lines();
        int names = lines.stream().mapToInt(line -> line.name().length()).max().orElse(0);
        int values =
                lines.stream().mapToInt(line -> line.value().length()).max().orElse(0);
        for (Line line : lines) {
            String name = String.format(Locale.ROOT, "%-" + names + "s", line.name());
            String value = String.format(Locale.ROOT, "%-" + values + "s", line.value());
            terminal.out().println(terminal.style().strong(name) + "  " + value + "  " + line.origin());
        }
        terminal.out().println();
        terminal.out().println("File: " + configuration.dataFolder().resolve(ConfigurationReader.FILE));
        return Refusals.DONE;
    }
}
