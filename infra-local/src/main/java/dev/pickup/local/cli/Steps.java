package dev.pickup.local.cli;

import dev.pickup.local.stack.StackProgress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Prints what is being done, one line a step, with the seconds that it took.
final class Steps implements StackProgress, AutoCloseable {
    private static final double NANOS = 1e9;

    private final PrintStream to;
    private final LongSupplier nanoTime;
    private boolean open;
    private long begun;

    Steps(PrintStream to, LongSupplier nanoTime) {
        this.to = to;
        this.nanoTime = nanoTime;
    }

    @Override
    public void step(String sentence) {
        close();
        String plain = sentence.endsWith(" …") ? sentence.substring(0, sentence.length() - 2) : sentence;
        to.print("  " + plain + " … ");
        to.flush();
        open = true;
        begun = nanoTime.getAsLong();
    }

    /// Ends the last step.
    @Override
    public void close() {
        if (open) {
            to.println(String.format(Locale.ROOT, "%.1f s", (nanoTime.getAsLong() - begun) / NANOS));
            open = false;
        }
    }
}
