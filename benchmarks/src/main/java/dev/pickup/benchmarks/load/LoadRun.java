package dev.pickup.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import dev.pickup.benchmarks.engine.EngineSetup;
import dev.pickup.benchmarks.report.BenchResult;
import dev.pickup.benchmarks.report.Percentiles;
import dev.pickup.benchmarks.report.Plot;
import dev.pickup.benchmarks.server.AnyCall;
import dev.pickup.benchmarks.server.ServerReport;
import dev.pickup.core.call.StreamToken;
import dev.pickup.events.journal.JournalEntry.Latency;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One run: a server in a process of its own, a few calls to warm it up, then all of them, measured when all are up.
public final class LoadRun {
    private static final int WARM_UP_CALLS = 5;

    /// Calls that begin within a second: faster is a start that no carrier makes.
    private static final int CALLS_PER_SECOND = 25;

    private static final int SETTLE_SECONDS = 2;

    private final LoadSettings settings;
    private final CallerLines lines;
    private final Consumer<String> progress;
    private final SecureRandom random = new SecureRandom();

    /// @param voice    speaks for callers
    /// @param progress told what goes on, in words
    public LoadRun(LoadSettings settings, Function<String, short[]> voice, Consumer<String> progress) {
        this.settings = settings;
        CallerLines spoken = CallerLines.spokenBy(voice);
        boolean narrow = CallerWire.of(settings.carrier(), "", "").orElseThrow().narrow();
        this.lines = narrow ? spoken.announced() : spoken;
        this.progress = progress;
    }

    /// What was found, and what of it can be drawn.
    public record Outcome(BenchResult result, List<Plot.Curve> curves) {
        public Outcome {
            curves = List.copyOf(curves);
        }
    }

    /// Blocks until the run is over.
    ///
    /// @throws IOException the server could not be started
    public Outcome run() throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newBuilder().executor(threads).build();
                Services services = Services.of(settings.engines());
                ServerProcess server = new ServerProcess(settings, services)) {
            progress.accept("Warming up.");
            Crowd few = new Crowd(client, server, Math.min(WARM_UP_CALLS, settings.calls()), new Tally());
            few.callAll();
            TimeUnit.SECONDS.sleep(settings.warmUpSeconds());
            few.hangUpAll();
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            ServerReport idle = server.memory();
            return measure(client, server, services, idle);
        }
    }

    private Outcome measure(HttpClient client, ServerProcess server, Services services, ServerReport idle)
            throws InterruptedException {
        Tally tally = new Tally();
        Crowd crowd = new Crowd(client, server, settings.calls(), tally);
        progress.accept("Placing " + settings.calls() + " calls.");
        crowd.callAll();
        TimeUnit.SECONDS.sleep(settings.warmUpSeconds());
        progress.accept("Measuring for " + settings.seconds() + " s.");
        long framesBefore = crowd.frames();
        long lateBefore = crowd.late();
        ServerReport before = server.report();
        long loadBefore = cpuNanos();
        long servicesBefore = services.cpuNanos();
        long began = System.nanoTime();
        tally.begin();
        TimeUnit.SECONDS.sleep(settings.seconds());
        tally.end();
        long lasted = System.nanoTime() - began;
        long loadCpu = cpuNanos() - loadBefore;
        long servicesCpu = services.cpuNanos() - servicesBefore;
        ServerReport after = server.report().since(before);
        long frames = crowd.frames() - framesBefore;
        long late = crowd.late() - lateBefore;
        ServerReport full = server.memory();
        crowd.hangUpAll();
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        ServerReport last = server.report();
        return outcome(
                tally,
                new Spans(lasted, after.cpuNanos(), loadCpu, servicesCpu),
                new Memory(
                        (full.liveHeapBytes() - idle.liveHeapBytes()) / settings.calls(),
                        (full.residentBytes() - idle.residentBytes()) / settings.calls()),
                after,
                new Frames(frames, late, last.counters().getOrDefault("frames-dropped", 0L)));
    }

    private record Spans(long lastedNanos, long serverCpuNanos, long loadCpuNanos, long servicesCpuNanos) {}

    private record Memory(long heapPerCallBytes, long rssPerCallBytes) {}

    private record Frames(long sent, long late, long dropped) {}

    private Outcome outcome(Tally tally, Spans spans, Memory memory, ServerReport server, Frames frames) {
        List<Latency> ledgers = server.ledgers();
        List<Double> own =
                ledgers.stream().map(Latency::own).filter(Objects::nonNull).toList();
        Percentiles response = Percentiles.of(tally.responsesMs());
        BenchResult result = new BenchResult(
                settings.calls(),
                settings.seconds(),
                Runtime.getRuntime().availableProcessors(),
                tally.responsesMs().size(),
                response,
                byLine(tally.responsesByLineMs()),
                Percentiles.of(own),
                stages(ledgers),
                rounded(response.p50() - median(ledgers, Latency::response)),
                tally.bargeInsMs().size(),
                Percentiles.of(tally.bargeInsMs()),
                tally.missed(),
                tally.cutOffs(),
                new TreeMap<>(tally.cutOffsByLine()),
                frames.sent(),
                frames.late(),
                frames.dropped(),
                rounded(100.0 * spans.serverCpuNanos() / spans.lastedNanos() / settings.calls()),
                memory.heapPerCallBytes(),
                memory.rssPerCallBytes(),
                rounded(100.0 * spans.loadCpuNanos() / spans.lastedNanos()),
                rounded(100.0 * spans.servicesCpuNanos() / spans.lastedNanos()),
                server.threads(),
                server.mostThreads(),
                tally.failed(),
                settings.carrier(),
                EngineSetup.name(settings.engines().kind()),
                settings.engines().withoutNames(),
                settings.engines().latency(),
                server.engineCounts());
        return new Outcome(
                result,
                List.of(
                        new Plot.Curve("response delay", tally.responsesMs()),
                        new Plot.Curve("barge-in to clear", tally.bargeInsMs()),
                        new Plot.Curve("our own share", own)));
    }

    /// The slowest first.
    private static Map<String, Percentiles> byLine(Map<String, List<Double>> responsesMs) {
        Map<String, Percentiles> all = new LinkedHashMap<>();
        responsesMs.entrySet().stream()
                .map(line -> Map.entry(line.getKey(), Percentiles.of(line.getValue())))
                .sorted(Comparator.comparingDouble(line -> -line.getValue().p50()))
                .forEach(line -> all.put(line.getKey(), line.getValue()));
        return all;
    }

    private static Map<String, Double> stages(List<Latency> ledgers) {
        Map<String, Double> stages = new LinkedHashMap<>();
        stages.put("endpoint", median(ledgers, Latency::endpoint));
        stages.put("transcript", median(ledgers, Latency::transcript));
        stages.put("first token", median(ledgers, Latency::firstToken));
        stages.put("first clause", median(ledgers, Latency::firstClause));
        stages.put("first audio", median(ledgers, Latency::firstAudio));
        return stages;
    }

    private static double median(List<Latency> ledgers, Function<Latency, @Nullable Long> stage) {
        return Percentiles.of(ledgers.stream()
                        .map(stage)
                        .filter(Objects::nonNull)
                        .map(Long::doubleValue)
                        .toList())
                .p50();
    }

    /// To a thousandth.
    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /// The callers of one stretch of the run.
    private final class Crowd {
        private final List<Caller> callers = new ArrayList<>();
        private final List<Thread> threads = new ArrayList<>();

        Crowd(HttpClient client, ServerProcess server, int calls, Tally tally) {
            for (int i = 0; i < calls; i++) {
                String token = StreamToken.next(random).value();
                CallerWire wire = CallerWire.of(settings.carrier(), token, AnyCall.AUTH_TOKEN)
                        .orElseThrow();
                callers.add(new Caller(client, server.address(), wire, lines, tally, i));
            }
        }

        /// Returns when the last one has been placed.
        void callAll() throws InterruptedException {
            for (Caller caller : callers) {
                threads.add(Thread.ofVirtual().name("caller").start(caller));
                TimeUnit.MILLISECONDS.sleep(1_000 / CALLS_PER_SECOND);
            }
        }

        void hangUpAll() throws InterruptedException {
            callers.forEach(Caller::hangUp);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        long frames() {
            return callers.stream().mapToLong(caller -> caller.ear().frames()).sum();
        }

        long late() {
            return callers.stream().mapToLong(caller -> caller.ear().late()).sum();
        }
    }
}
