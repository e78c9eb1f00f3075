package dev.pickup.benchmarks;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/// Runs the benchmarks of this package. Takes JMH's own options: `-h` lists them, a name chooses benchmarks.
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        CommandLineOptions options = new CommandLineOptions(args);
        if (options.shouldHelp()) {
            System.out.println(
                    "Options are JMH's: [name] -f FORKS -wi WARM-UPS -i ITERATIONS -prof gc -rf json -rff FILE …");
            return;
        }
        // ONNX Runtime does not bear a long command line, and JMH gives the class path to its forks as an argument.
        System.setProperty("jmh.separateClasspathJAR", "true");
        new Runner(options).run();
    }
}
