package dev.pickup.benchmarks.audio;

import dev.pickup.benchmarks.server.AnyCall;
import dev.pickup.core.call.TaskId;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.telnyx.TelnyxClient;
import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.core.carrier.telnyx.TelnyxWebhookCodec;
import dev.pickup.events.journal.JournalEntry.Role;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.Engines;
import dev.pickup.media.MediaPorts;
import dev.pickup.media.MediaServer;
import dev.pickup.media.MediaSettings;
import dev.pickup.media.MediaTask;
import dev.pickup.media.audio.LocalRecordings;
import dev.pickup.media.model.receptionist.OfflineReceptionist;
import dev.pickup.media.replying.ToolInvoker.ToolResult;
import dev.pickup.media.speech.offline.OfflineSpeech;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.line.CallStillRunningException;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.TelnyxExchangeSettings;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.account.SeededAccount.Application;
import dev.pickup.simulators.telnyx.account.SeededAccount.OwnedNumber;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The same caller on each line, one call after the other: a simulated exchange, the offline engines, and the
/// rule-based receptionist, all in this process. Measured at the caller's ear.
public final class AudioRun implements AutoCloseable {
    private static final String KEY = "KEY0197BENCH_simulated";
    private static final String APPLICATION = "1293384261075731470";
    private static final String NUMBER = "+18779732766";
    private static final Duration LONGEST_CALL = Duration.ofSeconds(45);
    private static final Duration LONGEST_HANG_UP = Duration.ofSeconds(10);
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(30);

    private final OfflineSpeech speech;
    private final MediaServer server;
    private final Desk desk;
    private final TelnyxExchange exchange;
    private final List<JournalRecord> journal = new CopyOnWriteArrayList<>();

    /// Loads the engines, which takes some seconds.
    ///
    /// @throws IOException a port could not be bound
    public static AudioRun start(Path models) throws IOException {
        return new AudioRun(models);
    }

    private AudioRun(Path models) throws IOException {
        CompletableFuture<TelnyxExchange> started = new CompletableFuture<>();
        CompletableFuture<Carrier> carrier = started.thenApply(it -> new TelnyxClient(
                TelnyxSettings.of(it.apiBase(), KEY), HttpClient.newBuilder().build()));
        speech = OfflineSpeech.load(models);
        MediaTask task = new MediaTask(
                MediaSettings.of(new TaskId("audio-bench"), 2),
                new Engines(
                        speech.voiceActivity(),
                        speech.speechToText(),
                        new OfflineReceptionist(Duration.ofMillis(15)),
                        speech.textToSpeech()),
                new MediaPorts(
                        new AnyCall(),
                        new LateCarrier(carrier::join),
                        _ -> new ToolResult("failed", Map.of("reason", "There is no calendar here.")),
                        journal::add,
                        new LocalRecordings(Path.of(System.getProperty("java.io.tmpdir"))),
                        Clock.systemUTC()));
        server = new MediaServer(task, "127.0.0.1", 0);
        start(server);
        desk = new Desk(
                carrier::join,
                () -> new TelnyxWebhookCodec(started.join().publicKey()),
                URI.create("ws://127.0.0.1:" + server.port()));
        exchange = TelnyxExchange.start(TelnyxExchangeSettings.of(new SeededAccount(
                KEY,
                List.of(new OwnedNumber("1293384261075731499", NUMBER, APPLICATION)),
                List.of(new Application(APPLICATION, "Bench", desk.url())))));
        started.complete(exchange);
    }

    /// Calls on each line. Blocks, about half a minute a line.
    ///
    /// @param progress told what goes on, in words
    public List<LineResult> run(Consumer<String> progress) throws InterruptedException {
        return run(Line.ALL, progress);
    }

    List<LineResult> run(List<Line> lines, Consumer<String> progress) throws InterruptedException {
        progress.accept("Warming up.");
        boolean _ = speech.awaitWarm(LONGEST_WARM_UP);
        CallerPart part = CallerPart.spokenBy(text -> speech.callerVoice().speak(text));
        List<LineResult> results = new ArrayList<>();
        for (Line line : lines) {
            progress.accept("Calling: " + line.name() + ".");
            journal.clear();
            results.add(LineResult.of(line, call(line, part), part.words(), understood()));
        }
        return results;
    }

    /// A call that does not come to its end is hung up, and its report says so.
    private CallReport call(Line line, CallerPart part) {
        SimulatedCall call = exchange.place(new OutsideCall("+14155550123", NUMBER, part.script(), line.faults()));
        try {
            return call.await(LONGEST_CALL);
        } catch (CallStillRunningException e) {
            call.hangUp();
            return call.await(LONGEST_HANG_UP);
        }
    }

    @Override
    public void close() {
        exchange.close();
        desk.close();
        server.close();
        speech.close();
    }

    private static void start(MediaServer server) throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The media task did not start.", e);
        }
    }

    /// The caller's turns as the transcript has them, each as it was written last.
    private List<String> understood() {
        Map<Integer, String> turns = new TreeMap<>(Comparator.naturalOrder());
        for (JournalRecord written : journal) {
            if (written.entry() instanceof TurnTaken turn && turn.role() == Role.caller) {
                turns.put(turn.turn(), turn.text());
            }
        }
        return Words.of(String.join(" ", turns.values()));
    }
}
