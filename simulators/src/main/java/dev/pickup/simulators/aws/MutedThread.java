package dev.pickup.simulators.aws;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Standard output without what one thread prints: DynamoDB Local tells its settings there as it starts, and has no
/// option for silence. One at a time; close it on the thread that opened it.
final class MutedThread implements AutoCloseable {
    private final PrintStream before = System.out;

    MutedThread(Thread muted) {
        System.setOut(new PrintStream(new Filter(before, muted), true, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        System.setOut(before);
    }

    private static final class Filter extends OutputStream {
        private final PrintStream to;
        private final Thread muted;

        Filter(PrintStream to, Thread muted) {
            this.to = to;
            this.muted = muted;
        }

        @Override
        public void write(int b) {
            if (!Thread.currentThread().equals(muted)) {
                to.write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!Thread.currentThread().equals(muted)) {
                to.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() {
            to.flush();
        }
    }
}
