package dev.pickup.benchmarks.load;

import dev.pickup.benchmarks.server.ServerMain;
import dev.pickup.benchmarks.server.ServerReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The media task under test, in a JVM of its own. Owned by one thread. It ends with this process, whatever happens:
/// its standard input closes.
final class ServerProcess implements AutoCloseable {
    private static final int ENDING_SECONDS = 20;

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;
    private final URI address;

    /// Ready when this returns.
    ///
    /// @param jvmFlags further flags of the JVM, such as a garbage collector
    /// @throws IllegalStateException it did not start; it has said why on standard error
    ServerProcess(String engineLatency, Path models, List<String> jvmFlags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Dlogback.configurationFile=dev/pickup/benchmarks/logback-bench.xml");
        command.addAll(jvmFlags);
        command.addAll(List.of(ServerMain.class.getName(), engineLatency, models.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Not as an argument: ONNX Runtime 1.29.0 crashes in processes whose command line is longer than 4,000 bytes.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        process = builder.start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        address = URI.create("ws://127.0.0.1:" + answer().port());
    }

    URI address() {
        return address;
    }

    /// What happened since the last report.
    ServerReport report() {
        commands.println("report");
        return answer();
    }

    /// What it occupies; collects its garbage.
    ServerReport memory() {
        commands.println("memory");
        return answer();
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private ServerReport answer() {
        try {
            String line = answers.readLine();
            while (line != null && !line.startsWith("{")) { // the JVM's own talk, such as that it records
                line = answers.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The media task under test has ended; why is said above.");
            }
            return ServerReport.of(line);
        } catch (IOException e) {
            throw new IllegalStateException("The media task under test cannot be heard.", e);
        }
    }
}
