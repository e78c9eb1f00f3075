package dev.pickup.local.cli;

import dev.pickup.local.live.Style;
import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Everything that the command takes from the process it runs in: read once, at the start.
///
/// @param out          what was asked for
/// @param err          progress and complaints
/// @param environment  all variables
/// @param home         the user's home folder
/// @param product      where the product lies, for the web page beside it; empty when the launcher did not say
/// @param modelsFolder where the launcher put the speech models; empty when it did not say
record Terminal(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path home,
        Optional<Path> product,
        Optional<Path> modelsFolder,
        Style style) {
    private static final int USUAL_WIDTH = 100;
    private static final int NARROWEST = 40;

    static Terminal ofThisProcess() {
        Map<String, String> environment = System.getenv();
        boolean terminal = isTerminal();
        boolean colour = terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                System.out,
                System.err,
                environment,
                Path.of(System.getProperty("user.home")),
                Optional.ofNullable(System.getProperty("pickup.home")).map(Path::of),
                Optional.ofNullable(System.getProperty("pickup.models.dir")).map(Path::of),
                terminal ? new Style(colour, width(environment)) : Style.plain());
    }

    /// JDK 25 answers null again where output goes to a file or a pipe, as before 22.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[0-9]{1,4}") ? Math.max(NARROWEST, Integer.parseInt(columns)) : USUAL_WIDTH;
    }

    @Override
    public String toString() {
        return "Terminal[" + style + "]";
    }
}
