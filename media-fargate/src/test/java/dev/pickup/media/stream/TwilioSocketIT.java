package dev.pickup.media.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.call.TaskId;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.Engines;
import dev.pickup.media.MediaPorts;
import dev.pickup.media.MediaServer;
import dev.pickup.media.MediaSettings;
import dev.pickup.media.MediaTask;
import dev.pickup.media.audio.LocalRecordings;
import dev.pickup.media.replying.ToolInvoker.ToolResult;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The media socket as Twilio sees it. Source: Twilio "Media Streams: WebSocket messages".
class TwilioSocketIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String MU_LAW = "audio/x-mulaw";
    private static final int FRAME_BYTES = 160; // 20 ms

    @TempDir
    private Path folder;

    private final List<JournalRecord> journal = new CopyOnWriteArrayList<>();
    private final FakeCarrier carrier = new FakeCarrier();
    private FakeClaims claims;
    private MediaServer server;

    @BeforeEach
    void start() throws Exception {
        ScriptedSpeech speech = new ScriptedSpeech();
        claims = new FakeClaims(TestAgent.SETTINGS);
        server = new MediaServer(
                new MediaTask(
                        MediaSettings.of(new TaskId("task-1"), 4),
                        new Engines(
                                speech.voiceActivity(), speech.speechToText(), new EchoModel(), speech.textToSpeech()),
                        new MediaPorts(
                                claims,
                                carrier,
                                _ -> new ToolResult("ok", Map.of()),
                                journal::add,
                                new LocalRecordings(folder),
                                Clock.systemUTC())),
                "127.0.0.1",
                0);
        server.start();
        server.ready();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void theAgentSpeaksInMuLawFramesThatNameTheStreamAndMarksItsWay() throws Exception {
        FakeClaims.Offer offer = claims.offer();
        try (TwilioPeer peer = new TwilioPeer(server.port(), offer)) {
            peer.send(TwilioPeer.start(offer.controlId(), offer.authToken(), MU_LAW));

            await().atMost(LIMIT)
                    .until(() ->
                            peer.of("media").size() > 20 && !peer.of("mark").isEmpty());
            assertThat(peer.of("media")).allSatisfy(frame -> {
                assertThat(fields(frame)).isEqualTo("event,streamSid,media");
                assertThat(fields(frame.path("media"))).isEqualTo("payload");
                assertThat(Base64.getDecoder().decode(frame.at("/media/payload").asText()))
                        .hasSize(FRAME_BYTES);
            });
            assertThat(peer.of("mark")).allSatisfy(frame -> {
                assertThat(fields(frame)).isEqualTo("event,streamSid,mark");
                assertThat(fields(frame.path("mark"))).isEqualTo("name");
            });
            assertThat(peer.frames)
                    .allSatisfy(frame ->
                            assertThat(frame.path("streamSid").asText()).isEqualTo(TwilioPeer.STREAM));
        }
    }

    @Test
    void aStreamThatStopsWithItsCallEndsTheCallForUs() throws Exception {
        FakeClaims.Offer offer = claims.offer();
        try (TwilioPeer peer = new TwilioPeer(server.port(), offer)) {
            peer.send(TwilioPeer.start(offer.controlId(), offer.authToken(), MU_LAW));
            await().atMost(LIMIT).until(() -> !peer.of("media").isEmpty());
            carrier.over.add(offer.controlId());
            peer.hangUp(offer.controlId());

            await().atMost(LIMIT).until(() -> !closings().isEmpty());
            assertThat(closings())
                    .singleElement()
                    .extracting(JournalEntry.SessionClosed::reason)
                    .isEqualTo("caller-hung-up");
        }
    }

    @Test
    void digitsMarksAndFramesThatNobodyKnowsDoNoHarm() throws Exception {
        FakeClaims.Offer offer = claims.offer();
        try (TwilioPeer peer = new TwilioPeer(server.port(), offer)) {
            peer.send(TwilioPeer.start(offer.controlId(), offer.authToken(), MU_LAW));
            peer.send(
                    "{\"event\":\"dtmf\",\"streamSid\":\"MZ\",\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\"1\"}}");
            peer.send("{\"event\":\"mark\",\"streamSid\":\"MZ\",\"mark\":{\"name\":\"nobody's\"}}");
            peer.send("{\"event\":\"something-new\",\"streamSid\":\"MZ\"}");
            peer.send("{\"event\":\"media\",\"streamSid\":\"MZ\",\"media\":{\"track\":\"outbound\",\"payload\":\"\"}}");
            int before = peer.of("media").size();

            await().atMost(LIMIT).until(() -> peer.of("media").size() > before + 5);
            assertThat(metrics()).contains("pickup_media_frames_unknown_total 2");
            assertThat(peer.closed).isNotDone();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "wrong secret; guess; call; audio/x-mulaw; 1008; sockets_refused_auth",
                "no secret; ''; call; audio/x-mulaw; 1008; sockets_refused_auth",
                "another call; right; CA1; audio/x-mulaw; 1008; claims_wrong_call",
                "another format; right; call; audio/l16; 1003; sockets_unknown_format"
            })
    void aStartThatIsNotOursOpensNothing(
            String name, String secret, String call, String encoding, int status, String counter) throws Exception {
        FakeClaims.Offer offer = claims.offer();
        try (TwilioPeer peer = new TwilioPeer(server.port(), offer)) {
            peer.send(TwilioPeer.start(
                    call.equals("call") ? offer.controlId() : call,
                    secret.equals("right") ? offer.authToken() : secret,
                    encoding));

            assertThat(peer.closed.get(30, TimeUnit.SECONDS)).as(name).isEqualTo(status);
            assertThat(peer.frames).isEmpty();
            assertThat(metrics()).contains("pickup_media_" + counter + "_total 1");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "not JSON",
                "[]",
                "{}",
                "{\"event\":\"start\",\"start\":{\"callSid\":\"CA1\"}}",
                "{\"event\":\"media\",\"media\":{\"payload\":\"!\"}}",
                "{\"event\":\"dtmf\",\"dtmf\":{\"digit\":\"12\"}}"
            })
    void garbageEndsTheSocket(String frame) throws Exception {
        try (TwilioPeer peer = new TwilioPeer(server.port(), claims.offer())) {
            peer.send(frame);

            assertThat(peer.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1007);
        }
    }

    @Test
    void aBinaryFrameEndsTheSocket() throws Exception {
        try (TwilioPeer peer = new TwilioPeer(server.port(), claims.offer())) {
            peer.sendBinary(new byte[FRAME_BYTES]);

            assertThat(peer.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1003);
        }
    }

    @Test
    void aStreamStartsOnce() throws Exception {
        FakeClaims.Offer offer = claims.offer();
        try (TwilioPeer peer = new TwilioPeer(server.port(), offer)) {
            peer.send(TwilioPeer.start(offer.controlId(), offer.authToken(), MU_LAW));
            peer.send(TwilioPeer.start(offer.controlId(), offer.authToken(), MU_LAW));

            assertThat(peer.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1008);
        }
    }

    private List<JournalEntry.SessionClosed> closings() {
        return journal.stream()
                .map(JournalRecord::entry)
                .filter(JournalEntry.SessionClosed.class::isInstance)
                .map(JournalEntry.SessionClosed.class::cast)
                .toList();
    }

    private static String fields(JsonNode frame) {
        return String.join(
                ",", frame.properties().stream().map(Map.Entry::getKey).toList());
    }

    private String metrics() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.port() + "/metrics");
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
