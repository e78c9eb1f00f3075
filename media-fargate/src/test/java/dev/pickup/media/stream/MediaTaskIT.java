package dev.pickup.media.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.core.call.CallId;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.call.TaskId;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalEntry.Role;
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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The media task on real sockets, with engines whose text travels beside silence.
@Isolated("its calls keep the time of a real conversation")
class MediaTaskIT {
    @TempDir
    private Path folder;

    private final ScriptedSpeech speech = new ScriptedSpeech();
    private final FakeClaims claims = new FakeClaims(TestAgent.SETTINGS);
    private final FakeCarrier carrier = new FakeCarrier();
    private final List<JournalRecord> journal = new CopyOnWriteArrayList<>();
    private Server server;
    private MediaTask task;
    private int port;

    @BeforeEach
    void start() throws Exception {
        task = new MediaTask(
                MediaSettings.of(new TaskId("task-1"), 25)
                        .withSilentSocket(Duration.ofMillis(1_500))
                        .withHeartbeat(Duration.ofMillis(200)),
                new Engines(speech.voiceActivity(), speech.speechToText(), new EchoModel(), speech.textToSpeech()),
                new MediaPorts(
                        claims,
                        carrier,
                        _ -> new ToolResult("ok", Map.of()),
                        journal::add,
                        new LocalRecordings(folder),
                        Clock.systemUTC()));
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(task.handler());
        server.start();
        port = connector.getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        task.close();
        server.stop();
    }

    @Test
    void aWholeCall() throws Exception {
        FakeClaims.Offer offer = claims.offer();
        try (WireCaller caller = WireCaller.call(port, offer)) {
            caller.awaitTurn(400);
            caller.say(speech, "what are your opening hours");
            caller.awaitTurn(400);
            carrier.over.add(offer.controlId());
            caller.hangUp();
            awaitClosed(offer.call());

            List<TurnTaken> turns = turns(offer.call());
            assertThat(turns)
                    .extracting(TurnTaken::text)
                    .containsExactly(
                            "Hello, this is the clinic.",
                            "what are your opening hours",
                            "You said what are your opening hours. That is all I know.");
            assertThat(turns.getFirst().startMs())
                    .as("on a JVM that has never answered before")
                    .isLessThan(3_000);
            assertThat(turns.getLast().latencyMs().response()).isPositive();
            assertThat(caller.heardWords()).contains("this is the clinic", "You said what are your opening hours");
            assertThat(closing(offer.call()))
                    .isEqualTo(new JournalEntry.SessionClosed(
                            "caller-hung-up", "completed", "acc_demo/" + offer.call() + "-1.wav"));
            assertSequencesWithoutGaps(offer.call());
            assertBothSidesRecorded(folder.resolve("acc_demo/" + offer.call() + "-1.wav"));
        }
    }

    @Test
    void aBargeInSilencesTheAgentAndMemoryHoldsWhatWasHeard() throws Exception {
        List<Double> clears = new ArrayList<>();
        FakeClaims.Offer offer = claims.offer();
        try (WireCaller caller = WireCaller.call(port, offer)) {
            caller.awaitTurn(400);
            List<String> stories = List.of("zero", "one", "two");
            for (int i = 0; i < stories.size(); i++) {
                caller.say(speech, "tell me a long story about " + stories.get(i));
                caller.awaitTurn(0);
                Thread.sleep(900 + 130 * i); // so far into the reply: a place, not a wait for anything
                caller.say(speech, "stop that please");
                await().atMost(Duration.ofSeconds(5)).until(() -> caller.clearAfterMs() >= 0);
                clears.add(caller.clearAfterMs());
                caller.awaitTurn(500);
            }
            carrier.over.add(offer.controlId());
            caller.hangUp();
            awaitClosed(offer.call());

            System.out.println("barge-in: clear on the wire after ms of speech: " + clears);
            assertThat(clears).allSatisfy(ms -> assertThat(ms).isLessThanOrEqualTo(200));
            List<TurnTaken> cut = turns(offer.call()).stream()
                    .filter(turn -> !turn.unheard().isEmpty())
                    .toList();
            assertThat(cut)
                    .as("each story; where the machine stalls, what is said between them, too")
                    .hasSizeGreaterThanOrEqualTo(stories.size());
            String heard = caller.heardWords();
            for (TurnTaken turn : cut) {
                String[] words = turn.text().split(" ", -1);
                String allButLast = String.join(" ", List.of(words).subList(0, words.length - 1));
                assertThat(heard).contains(allButLast);
                String[] rest = turn.unheard().split(" ", -1);
                assertThat(heard)
                        .doesNotContain(turn.text() + " " + rest[0] + " " + rest[Math.min(1, rest.length - 1)]);
            }
        }
    }

    @Test
    void theAgentHangsUpAfterItsGoodbyeWasHeard() throws Exception {
        FakeClaims.Offer offer = claims.offer();
        try (WireCaller caller = WireCaller.call(port, offer)) {
            caller.awaitTurn(400);
            caller.say(speech, "goodbye then");
            awaitClosed(offer.call());

            assertThat(carrier.commands).contains("hang-up leg1");
            assertThat(claims.concluded).contains(offer.call());
            assertThat(caller.heardWords()).endsWith("Goodbye and thank you.");
            assertThat(closing(offer.call()).reason()).isEqualTo("agent-hung-up");
            assertThat(caller.closed.get(5, java.util.concurrent.TimeUnit.SECONDS))
                    .isEqualTo(1000);
        }
    }

    @Test
    void socketsWithoutTheRightSecretsAreRefused() throws Exception {
        FakeClaims.Offer offer = claims.offer();
        String auth = offer.authToken();

        assertRefused(403, () -> WireCaller.connect(port, "x", auth, "c"));
        assertRefused(
                403,
                () -> WireCaller.connect(
                        port, StreamToken.next(new SecureRandom()).value(), auth, "c"));
        assertRefused(403, () -> WireCaller.connect(port, offer.token().value(), auth + "0", "c"));
        assertThat(task.counters().of("sockets-refused-token")).isEqualTo(2);
        assertThat(task.counters().of("sockets-refused-auth")).isEqualTo(1);

        try (WireCaller caller = WireCaller.call(port, offer)) {
            caller.awaitAudible();
            assertRefused(403, () -> WireCaller.connect(port, offer.token().value(), auth, offer.controlId()));
        }
        assertThat(task.counters().of("sockets-refused-token")).isEqualTo(3);
    }

    @Test
    void theFirstFrameMayHoldTheSecretInsteadOfTheHeader() throws Exception {
        FakeClaims.Offer right = claims.offer();
        try (WireCaller caller = WireCaller.connect(port, right.token().value(), null, right.controlId())) {
            caller.start("{\"event\":\"connected\",\"connected\":{\"x-telnyx-streaming-auth-token\":\""
                    + right.authToken() + "\"}}");
            caller.awaitAudible();
        }
        FakeClaims.Offer wrong = claims.offer();
        try (WireCaller caller = WireCaller.connect(port, wrong.token().value(), null, wrong.controlId())) {
            caller.send("{\"event\":\"connected\",\"version\":\"1.0.0\"}");
            assertThat(caller.closed.get(5, java.util.concurrent.TimeUnit.SECONDS))
                    .isEqualTo(1008);
        }
        FakeClaims.Offer other = claims.offer();
        try (WireCaller caller =
                WireCaller.connect(port, other.token().value(), other.authToken(), "v3:another-call")) {
            caller.start("{\"event\":\"connected\",\"version\":\"1.0.0\"}");
            assertThat(caller.closed.get(5, java.util.concurrent.TimeUnit.SECONDS))
                    .isEqualTo(1008);
        }
        assertThat(task.counters().of("claims-wrong-call")).isEqualTo(1);
        await().atMost(Duration.ofSeconds(5)).until(() -> task.calls() == 0);
    }

    @Test
    void garbageEndsItsOwnCallOnly() throws Exception {
        FakeClaims.Offer good = claims.offer();
        try (WireCaller bystander = WireCaller.call(port, good)) {
            try (WireCaller caller = WireCaller.call(port, claims.offer())) {
                caller.awaitAudible();
                assertThatThrownBy(() -> caller.send("x".repeat(10_000_000)));
                caller.closed.get(10, java.util.concurrent.TimeUnit.SECONDS);
            } catch (CompletionException alreadyGone) {
                // the socket was closed under the sender, which is what is wanted
            }
            try (WireCaller caller = WireCaller.call(port, claims.offer())) {
                caller.awaitAudible();
                caller.send("not json");
                assertThat(caller.closed.get(5, java.util.concurrent.TimeUnit.SECONDS))
                        .isEqualTo(1007);
            }
            try (WireCaller caller = WireCaller.call(port, claims.offer())) {
                caller.awaitAudible();
                caller.sendBinary(new byte[100]);
                assertThat(caller.closed.get(5, java.util.concurrent.TimeUnit.SECONDS))
                        .isEqualTo(1003);
            }
            await().atMost(Duration.ofSeconds(5)).until(() -> task.calls() == 1);
            assertThat(task.counters().of("sockets-oversize")).isEqualTo(1);
            assertThat(task.counters().of("sockets-garbage")).isEqualTo(1);
            assertThat(task.counters().of("sockets-binary")).isEqualTo(1);

            bystander.awaitTurn(300);
            bystander.say(speech, "are you there");
            bystander.awaitTurn(300);
            assertThat(bystander.heardWords()).contains("You said are you there.");
        }
    }

    @Test
    void aSocketThatSendsNothingIsClosed() throws Exception {
        FakeClaims.Offer offer = claims.offer();
        try (WireCaller caller =
                WireCaller.connect(port, offer.token().value(), offer.authToken(), offer.controlId())) {
            assertThat(caller.closed.get(10, java.util.concurrent.TimeUnit.SECONDS))
                    .isEqualTo(1001);
        }
        assertThat(task.counters().of("sockets-silent")).isEqualTo(1);
        await().atMost(Duration.ofSeconds(5)).until(() -> task.calls() == 0);
    }

    @Test
    void aCallThatAnotherTaskTookIsLeftAtOnceAndNothingMoreIsWritten() throws Exception {
        FakeClaims.Offer offer = claims.offer();
        try (WireCaller caller = WireCaller.call(port, offer)) {
            caller.awaitAudible();
            claims.takenAway.add(offer.call());
            caller.closed.get(5, java.util.concurrent.TimeUnit.SECONDS);
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> task.calls() == 0);
        assertThat(journal).noneMatch(entry -> entry.entry() instanceof JournalEntry.SessionClosed);
        assertThat(carrier.commands).isEmpty();
    }

    @Test
    void aTaskThatStopsEndsItsCalls() throws Exception {
        FakeClaims.Offer offer = claims.offer();
        try (WireCaller caller = WireCaller.call(port, offer)) {
            caller.awaitAudible();
            task.close();

            assertThat(closing(offer.call()).reason()).isEqualTo("shut-down");
            assertThat(carrier.commands).contains("hang-up leg1");
            assertRefused(503, () -> WireCaller.call(port, claims.offer()));
        }
    }

    @Test
    void twentyCallsAtOnceAndWhatOurOwnCodeAddsToATurn() throws Exception {
        int calls = 20;
        List<FakeClaims.Offer> offers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                FakeClaims.Offer offer = claims.offer();
                offers.add(offer);
                running.add(threads.submit(() -> {
                    try (WireCaller caller = WireCaller.call(port, offer)) {
                        caller.awaitTurn(300);
                        for (int turn = 0; turn < 5; turn++) {
                            caller.say(speech, "question " + turn);
                            caller.awaitTurn(300);
                        }
                        carrier.over.add(offer.controlId());
                        caller.hangUp();
                    }
                    return null;
                }));
            }
            for (Future<?> call : running) {
                call.get();
            }
        }
        offers.forEach(offer -> awaitClosed(offer.call()));

        double[] own = ownMs();
        long sent = task.counters().of("frames-sent");
        long late = task.counters().of("frames-late");
        System.out.printf(
                "own share of a turn over %d turns, %d calls at once: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
                own.length, calls, percentile(own, 50), percentile(own, 95), percentile(own, 99));
        System.out.printf(
                "frames sent %d, late %d, dropped inbound %d%n",
                sent, late, task.counters().of("frames-dropped"));
        assertThat(own).hasSizeGreaterThanOrEqualTo(calls * 5);
        assertThat(offers).allSatisfy(offer -> {
            assertThat(turns(offer.call())).hasSize(11);
            assertThat(closing(offer.call()).outcome()).isEqualTo("completed");
        });
        assertThat(late).isLessThan(sent / 100);
    }

    private double[] ownMs() {
        return journal.stream()
                .map(JournalRecord::entry)
                .filter(TurnTaken.class::isInstance)
                .map(TurnTaken.class::cast)
                .filter(turn -> turn.role() == Role.agent && !turn.text().isEmpty() && turn.latencyMs() != null)
                .filter(turn -> turn.latencyMs().own() != null)
                .collect(java.util.stream.Collectors.toMap(
                        turn -> turn.startMs() + "/" + turn.latencyMs(),
                        turn -> turn.latencyMs().own(),
                        (a, _) -> a))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private void awaitClosed(CallId call) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> journal.stream()
                        .anyMatch(entry -> entry.callId().equals(call.value())
                                && entry.entry() instanceof JournalEntry.SessionClosed));
    }

    private JournalEntry.SessionClosed closing(CallId call) {
        return journal.stream()
                .filter(entry -> entry.callId().equals(call.value()))
                .map(JournalRecord::entry)
                .filter(JournalEntry.SessionClosed.class::isInstance)
                .map(JournalEntry.SessionClosed.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /// The last record of each turn.
    private List<TurnTaken> turns(CallId call) {
        Map<Integer, TurnTaken> turns = new java.util.TreeMap<>();
        journal.stream()
                .filter(entry -> entry.callId().equals(call.value()))
                .map(JournalRecord::entry)
                .filter(TurnTaken.class::isInstance)
                .map(TurnTaken.class::cast)
                .forEach(turn -> turns.put(turn.turn(), turn));
        return List.copyOf(turns.values());
    }

    private void assertSequencesWithoutGaps(CallId call) {
        long[] sequences = journal.stream()
                .filter(entry -> entry.callId().equals(call.value()))
                .mapToLong(JournalRecord::sequence)
                .toArray();
        for (int i = 0; i < sequences.length; i++) {
            assertThat(sequences[i]).isEqualTo(i);
        }
    }

    private static void assertBothSidesRecorded(Path file) throws Exception {
        ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(wav.getShort(22)).as("channels").isEqualTo((short) 2);
        assertThat(wav.getInt(24)).as("sample rate").isEqualTo(16_000);
        assertThat(wav.getInt(40)).as("bytes of audio").isEqualTo(wav.capacity() - 44);
        short[] left = new short[(wav.capacity() - 44) / 4];
        short[] right = new short[left.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = wav.getShort(44 + 4 * i);
            right[i] = wav.getShort(46 + 4 * i);
        }
        assertThat(DoubleStream.of(left.length / 16_000.0).sum()).isGreaterThan(5);
        assertThat(wordsAtAnyOffset(left)).contains("opening hours");
        assertThat(wordsAtAnyOffset(right)).contains("this is the clinic");
    }

    /// The agent's frames lie where they were heard, not on a raster of 20 ms.
    private static String wordsAtAnyOffset(short[] samples) {
        int first = 0;
        while (first < samples.length && samples[first] == 0) {
            first++;
        }
        StringBuilder words = new StringBuilder();
        for (int shift = 0; shift < 320; shift += 16) {
            short[] moved = new short[samples.length];
            System.arraycopy(samples, (first + shift) % 320, moved, 0, samples.length - 320);
            words.append(ScriptedSpeech.wordsIn(moved)).append('\n');
        }
        return words.toString();
    }

    private interface Connecting {
        WireCaller connect() throws Exception;
    }

    private static void assertRefused(int status, Connecting connecting) {
        assertThatThrownBy(connecting::connect)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(status));
    }
}
