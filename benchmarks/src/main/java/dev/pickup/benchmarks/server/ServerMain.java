package dev.pickup.benchmarks.server;

import dev.pickup.benchmarks.process.ProcessMeasures;
import dev.pickup.core.call.TaskId;
import dev.pickup.media.MediaPorts;
import dev.pickup.media.MediaServer;
import dev.pickup.media.MediaSettings;
import dev.pickup.media.MediaTask;
import dev.pickup.media.audio.LocalRecordings;
import dev.pickup.media.replying.ToolInvoker.ToolResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The server under test; its arguments are those of [ServerEngines]. Says `{"port":…}` when it is ready; answers
/// `report` and `memory` with a [ServerReport] each; ends with its standard input.
public final class ServerMain {
    private static final int MOST_CALLS = 2_000;

    /// The counters that tell whether callers were heard without gaps.
    private static final List<String> COUNTERS = List.of(
            "frames-sent",
            "frames-late",
            "frames-dropped",
            "chunks-late",
            "chunks-concealed",
            "chunks-reordered",
            "calls-claimed",
            "calls-failed");

    private ServerMain() {}

    public static void main(String[] args) throws Exception {
        try (ServerEngines engines = ServerEngines.of(List.of(args));
                Ledgers ledgers = new Ledgers()) {
            MediaTask task = new MediaTask(
                    MediaSettings.of(new TaskId("bench"), MOST_CALLS).withSpeculations(engines.speculations()),
                    engines.engines(),
                    new MediaPorts(
                            new AnyCall(),
                            new ObedientCarrier(),
                            _ -> new ToolResult("failed", Map.of("reason", "There are no tools here.")),
                            ledgers,
                            new LocalRecordings(Path.of(System.getProperty("java.io.tmpdir"))),
                            Clock.systemUTC()));
            try (MediaServer server = new MediaServer(task, "127.0.0.1", 0)) {
                server.start();
                System.out.println(ServerReport.ready(server.port()).toJson());
                obey(task, ledgers, engines.counts());
            }
        }
    }

    private static void obey(MediaTask task, Ledgers ledgers, Map<String, Long> counts) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(
                        report(line.equals("memory"), task, ledgers, counts).toJson());
            }
        }
    }

    private static ServerReport report(boolean memory, MediaTask task, Ledgers ledgers, Map<String, Long> counts) {
        long cpu = ProcessMeasures.cpuNanos();
        Map<String, Long> counters = new TreeMap<>(counts);
        COUNTERS.forEach(name -> counters.put(name, task.counters().of(name)));
        counters.put("journal-bytes", ledgers.bytes());
        return new ServerReport(
                0,
                cpu,
                memory ? ProcessMeasures.liveHeapBytes() : 0,
                memory ? ProcessMeasures.residentBytes() : 0,
                ProcessMeasures.threads(),
                ProcessMeasures.mostThreads(),
                task.calls(),
                memory ? List.of() : ledgers.take(),
                counters);
    }
}
