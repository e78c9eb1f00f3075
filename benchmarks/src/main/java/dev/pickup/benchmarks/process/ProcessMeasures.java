package dev.pickup.benchmarks.process;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What this process uses.
public final class ProcessMeasures {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessMeasures() {}

    /// Of all threads, since the process began.
    public static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /// Of the platform, now; virtual ones run on some of them.
    public static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /// The most of them that there were at once.
    public static int mostThreads() {
        return ManagementFactory.getThreadMXBean().getPeakThreadCount();
    }

    /// What is reachable: collects garbage first, which takes a while.
    public static long liveHeapBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// Physical memory of the whole process; 0 where nobody says.
    public static long residentBytes() {
        try {
            return Files.isReadable(STATUS) ? fromStatus() : fromPs();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long fromStatus() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(ProcessMeasures::kibibytes)
                .findFirst()
                .orElse(0);
    }

    private static long fromPs() throws IOException {
        Process ps = new ProcessBuilder(
                        "ps",
                        "-o",
                        "rss=",
                        "-p",
                        Long.toString(ProcessHandle.current().pid()))
                .start();
        return kibibytes(new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    }

    private static long kibibytes(String text) {
        String digits = text.toLowerCase(Locale.ROOT).replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : 1024 * Long.parseLong(digits);
    }
}
