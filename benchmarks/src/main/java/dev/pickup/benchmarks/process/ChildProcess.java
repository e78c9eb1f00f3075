package dev.pickup.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A part of a run in a JVM of its own, which says one line of JSON when it is ready and one for each question. Owned
/// by one thread. It ends with this process, whatever happens: its standard input closes.
public final class ChildProcess implements AutoCloseable {
    private static final int ENDING_SECONDS = 20;

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;

    /// @param name     for people
    /// @param main     its main class
    /// @param jvmFlags further flags of the JVM, such as a garbage collector
    public ChildProcess(String name, Class<?> main, List<String> jvmFlags, List<String> arguments) throws IOException {
        this.name = name;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Dlogback.configurationFile=dev/pickup/benchmarks/logback-bench.xml");
        command.addAll(jvmFlags);
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Not as an argument: ONNX Runtime 1.29.0 crashes in processes whose command line is longer than 4,000 bytes.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        process = builder.start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    public String ask(String question) {
        questions.println(question);
        return answer();
    }

    /// The next line of JSON.
    ///
    /// @throws IllegalStateException it has ended; it has said why on standard error
    public String answer() {
        try {
            String line = answers.readLine();
            while (line != null && !line.startsWith("{")) { // the JVM's own talk, such as that it records
                line = answers.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The process of " + name + " has ended; why is said above.");
            }
            return line;
        } catch (IOException e) {
            throw new IllegalStateException("The process of " + name + " cannot be heard.", e);
        }
    }

    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
