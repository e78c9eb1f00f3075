package dev.pickup.local.e2e;

import static org.awaitility.Awaitility.await;

import dev.pickup.local.stack.RunFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The real command in a process of its own, as the launcher starts it, so that it can be killed.
final class ChildProduct implements AutoCloseable {
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(2);
    private static final long ENDED_WITHIN_SECONDS = 180;
    /// A process that lives for one call never earns back what the second compiler costs.
    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    private final Process process;
    private final Path data;
    private final Path output;

    private ChildProduct(Process process, Path data, Path output) {
        this.process = process;
        this.data = data;
        this.output = output;
    }

    /// `./pickup COMMAND…` on `data`, with scripted engines; answers at once.
    static ChildProduct run(Path data, String... command) {
        try {
            Path output = Files.createTempFile("pickup-child", ".txt");
            ProcessBuilder builder = new ProcessBuilder(java(data, command));
            builder.environment().keySet().removeIf(name -> name.startsWith("PICKUP_"));
            builder.environment().put("PICKUP_ENGINES", "scripted");
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            return new ChildProduct(builder.start(), data, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> java(Path data, String... command) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("pickup."))
                .forEach(name -> words.add("-D" + name + "=" + System.getProperty(name)));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.pickup.local.cli.PickupCommand"));
        words.addAll(Arrays.asList(command));
        words.addAll(List.of("--data", data.toString()));
        return words;
    }

    /// Waits until it serves.
    RunFile ready() {
        return await("the start of the product; it said: " + said())
                .atMost(STARTED_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> process.isAlive() ? RunFile.find(data) : dead(), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<RunFile> dead() {
        throw new AssertionError("The product ended: " + said());
    }

    /// All that it printed so far.
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As `kill -9` does.
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /// As Ctrl-C does, but for the signal's name.
    int terminate() {
        process.destroy();
        return exitCode();
    }

    /// Waits for its end.
    int exitCode() {
        try {
            if (!process.waitFor(ENDED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Still running after " + ENDED_WITHIN_SECONDS + " s: " + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
