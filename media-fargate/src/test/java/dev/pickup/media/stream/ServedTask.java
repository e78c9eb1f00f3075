package dev.pickup.media.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.TaskId;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.Engines;
import dev.pickup.media.MediaPorts;
import dev.pickup.media.MediaSettings;
import dev.pickup.media.MediaTask;
import dev.pickup.media.audio.LocalRecordings;
import dev.pickup.media.replying.ToolInvoker.ToolResult;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/// A media task on a port of its own, with engines whose text travels beside silence, and what it wrote.
final class ServedTask implements AutoCloseable {
    final ScriptedSpeech speech = new ScriptedSpeech();
    final FakeClaims claims;
    final FakeCarrier carrier = new FakeCarrier();
    final List<JournalRecord> journal = new CopyOnWriteArrayList<>();
    final MediaTask task;
    private final Server server = new Server();
    private final int port;

    /// Heartbeats come often: so does the news that a call is another task's.
    static MediaSettings settings() {
        return MediaSettings.of(new TaskId("task-1"), 25).withHeartbeat(Duration.ofMillis(200));
    }

    ServedTask(MediaSettings settings, Path recordings) throws Exception {
        this(settings, recordings, TestAgent.SETTINGS, ServedTask::scripted);
    }

    /// With engines of the caller's, who closes them.
    ServedTask(MediaSettings settings, Path recordings, AgentSettings agent, Function<ScriptedSpeech, Engines> engines)
            throws Exception {
        claims = new FakeClaims(agent);
        task = new MediaTask(
                settings,
                engines.apply(speech),
                new MediaPorts(
                        claims,
                        carrier,
                        _ -> new ToolResult("ok", Map.of()),
                        journal::add,
                        new LocalRecordings(recordings),
                        Clock.systemUTC()));
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(task.handler());
        server.start();
        port = connector.getLocalPort();
    }

    private static Engines scripted(ScriptedSpeech speech) {
        return new Engines(speech.voiceActivity(), speech.speechToText(), new EchoModel(), speech.textToSpeech());
    }

    int port() {
        return port;
    }

    /// A caller who hung up, as the carrier confirms.
    void hangUp(WireCaller caller, FakeClaims.Offer offer) {
        carrier.over.add(offer.controlId());
        caller.hangUp();
    }

    @Override
    public void close() {
        task.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitClosed(CallId call) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> journal.stream()
                        .anyMatch(entry -> entry.callId().equals(call.value())
                                && entry.entry() instanceof JournalEntry.SessionClosed));
    }

    JournalEntry.SessionClosed closing(CallId call) {
        return journal.stream()
                .filter(entry -> entry.callId().equals(call.value()))
                .map(JournalRecord::entry)
                .filter(JournalEntry.SessionClosed.class::isInstance)
                .map(JournalEntry.SessionClosed.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /// The last record of each turn.
    List<TurnTaken> turns(CallId call) {
        Map<Integer, TurnTaken> turns = new java.util.TreeMap<>();
        journal.stream()
                .filter(entry -> entry.callId().equals(call.value()))
                .map(JournalRecord::entry)
                .filter(TurnTaken.class::isInstance)
                .map(TurnTaken.class::cast)
                .forEach(turn -> turns.put(turn.turn(), turn));
        return List.copyOf(turns.values());
    }

    interface Connecting {
        WireCaller connect() throws Exception;
    }

    static void assertRefused(int status, Connecting connecting) {
        assertThatThrownBy(connecting::connect)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(status));
    }
}
