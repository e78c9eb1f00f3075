package dev.pickup.local.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The `pickup` command: its subcommands, and how each of them ends.
@Command(
        name = "./pickup",
        description = "Pickup answers the phone.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Done by the launcher itself:",
            "  bench   place many calls at once and measure how quickly they are answered and what they cost",
            "  test    build everything and run every test",
            "  models  fetch the speech models (up, call and test do it by themselves)",
            "",
            "./pickup help COMMAND tells more of one."
        })
public final class PickupCommand {
    /// Runs the command that the arguments name, and ends the process with its exit code.
    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofThisProcess(), arguments));
    }

    /// Runs the command; the answer is its exit code: 0 done, 1 failed, 2 wrongly asked.
    static int run(Terminal terminal, String... arguments) {
        Refusals refusals = new Refusals(terminal);
        CommandLine line = new CommandLine(new PickupCommand())
                .addSubcommand(new UpCommand(terminal))
                .addSubcommand(new CallCommand(terminal))
                .addSubcommand(new ReplayCommand(terminal))
                .addSubcommand(new TokenCommand(terminal))
                .addSubcommand(new ConfigCommand(terminal))
                .addSubcommand(new HelpCommand())
                .setParameterExceptionHandler(refusals::ofParameters)
                .setExecutionExceptionHandler(refusals::ofExecution)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.style().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()));
        return line.execute(arguments.length == 0 ? new String[] {"help"} : arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }
}
