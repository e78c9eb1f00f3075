package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.pickup.simulators.Tones;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.MediaServer.Frame;
import dev.pickup.simulators.telnyx.MediaServer.Socket;
import dev.pickup.simulators.telnyx.TestLine.Streamed;
import dev.pickup.simulators.telnyx.fault.Fault;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// The media WebSocket on a real line: frames, pacing, marks, clear and errors.
class MediaStreamIT {
    private static final CallerScript LISTENS = TestLine.patient();
    private static final CallerScript TALKS = TestLine.talking();

    @AutoClose
    private final TestLine line = new TestLine();

    @Test
    void framesComeEvery20MsWithoutDriftAndNumbersAreStrings() {
        Streamed streamed = line.streamed(LISTENS, ",\"custom_parameters\":[{\"name\":\"a\",\"value\":\"b\"}]");
        Socket socket = streamed.socket();
        socket.awaitCount("media", 160);
        List<Frame> media = socket.of("media");
        var start = socket.awaitOne("start").json();
        assertThat(start.at("/start/custom_parameters/a").asText()).isEqualTo("b");
        assertThat(start.at("/start/call_control_id").asText()).isEqualTo(streamed.id());
        assertThat(start.path("sequence_number").isTextual()).isTrue();
        assertThat(start.at("/start/media_format/sample_rate").asInt()).isEqualTo(16000);
        assertThat(media).allSatisfy(f -> {
            assertThat(f.payload()).hasSize(640);
            assertThat(f.json().at("/media/track").asText()).isEqualTo("inbound");
            assertThat(f.json().at("/media/chunk").isTextual()).isTrue();
        });
        assertThat(media.stream().map(f -> f.json().at("/media/chunk").asInt()))
                .isEqualTo(IntStream.rangeClosed(1, media.size()).boxed().toList());
        assertThat(media.stream()
                        .map(f -> f.json().at("/media/timestamp").asInt())
                        .limit(3))
                .containsExactly(0, 20, 40);
        // The best of the first and of the last thirty frames lie exactly as far apart as the audio between them.
        double first = bestOffsetMs(media.subList(0, 30), 0);
        double last = bestOffsetMs(media.subList(130, 160), 130);
        assertThat(last - first).isCloseTo(0, within(20.0));
    }

    /// How far before its place on the 20 ms grid the most punctual of these frames came.
    private static double bestOffsetMs(List<Frame> frames, int firstIndex) {
        return IntStream.range(0, frames.size())
                .mapToDouble(i -> frames.get(i).nanos() / 1e6 - (firstIndex + i) * 20.0)
                .min()
                .orElseThrow();
    }

    @Test
    void aSilentLineHasNoiseAndASpeakingCallerIsHeard() {
        line.media.greets(Tones.tone(100, 440));
        Streamed streamed = line.streamed(TALKS, "");
        Socket socket = streamed.socket();
        await().until(() -> socket.of("media").stream().anyMatch(f -> f.level() > 5000));
        await().until(() -> socket.of("media").getLast().level() < 5000);
        socket.awaitCount("media", socket.of("media").size() + 5);
        assertThat(socket.of("media").getLast().level()).isBetween(20.0, 50.0);
        Frame spoken = socket.of("media").stream()
                .filter(f -> f.level() > 5000)
                .toList()
                .get(2);
        assertThat(spoken.level()).isCloseTo(16000 / Math.sqrt(2), within(300.0));
    }

    @Test
    void aNoisierLineIsNoisier() {
        Streamed streamed = line.streamed(LISTENS, "", new Fault.ComfortNoise(-35));
        streamed.socket().awaitCount("media", 10);
        assertThat(streamed.socket().of("media").getLast().level()).isBetween(480.0, 700.0);
    }

    @Test
    void aMarkReturnsWhenTheSoundBeforeItHasBeenPlayedAndAtOnceWhenThereIsNone() {
        Socket socket = line.streamed(LISTENS, "").socket();
        socket.awaitOne("start");
        long empty = System.nanoTime();
        socket.mark("none");
        assertThat(millisSince(empty, socket.awaitOne("mark"))).isLessThan(1000);
        long sent = System.nanoTime();
        socket.play(Tones.tone(400, 440));
        socket.mark("a");
        socket.play(Tones.tone(400, 440));
        socket.mark("b");
        socket.awaitCount("mark", 3);
        List<Frame> marks = socket.of("mark");
        assertThat(marks.stream().map(f -> f.json().at("/mark/name").asText())).containsExactly("none", "a", "b");
        assertThat(millisSince(sent, marks.get(1))).isBetween(400.0, 5000.0);
        assertThat((marks.get(2).nanos() - marks.get(1).nanos()) / 1e6).isBetween(300.0, 2000.0);
    }

    @Test
    void clearEmptiesTheQueueAndReturnsAllMarks() {
        Streamed streamed = line.streamed(LISTENS, "");
        Socket socket = streamed.socket();
        socket.awaitOne("start");
        socket.play(Tones.tone(10_000, 440));
        socket.mark("a");
        socket.play(Tones.tone(10_000, 440));
        socket.mark("b");
        await().until(() -> !streamed.call().report().agent().isEmpty());
        assertThat(socket.of("mark")).isEmpty();
        socket.clear();
        socket.awaitCount("mark", 2);
        CallReport report = streamed.hungUp();
        assertThat(report.agent().getFirst().lengthMs()).isLessThan(3000);
        assertThat(report.stream().clears()).isEqualTo(1);
        assertThat(report.stream().marksReturned()).isEqualTo(2);
    }

    @Test
    void whatIsNotUnderstoodIsAnsweredWithAnErrorFrame() {
        Streamed streamed = line.streamed(LISTENS, "");
        Socket socket = streamed.socket();
        socket.awaitOne("start");
        socket.payload(new byte[638]);
        socket.payload(new byte[641]);
        socket.send("{\"event\":\"media\",\"media\":{\"payload\":\"***\"}}");
        socket.send("{\"event\":\"media\"}");
        socket.send("{\"event\":\"mark\",\"mark\":{}}");
        socket.send("{\"event\":\"dance\"}");
        socket.send("garbage");
        socket.awaitCount("error", 7);
        assertThat(socket.of("error").stream()
                        .map(f -> f.json().at("/payload/code").asInt()))
                .containsExactly(100004, 100004, 100004, 100003, 100003, 100003, 100003);
        assertThat(socket.of("error").getFirst().json().at("/payload/title").asText())
                .isEqualTo("invalid_media");
        CallReport report = streamed.hungUp();
        assertThat(report.errors()).hasSize(7);
        assertThat(report.agent()).isEmpty();
    }

    @Test
    void tooManyMessagesAreRefused() {
        Streamed streamed = line.streamed(LISTENS, "");
        Socket socket = streamed.socket();
        socket.awaitOne("start");
        for (int i = 0; i < 2000 && socket.of("error").isEmpty(); i++) {
            socket.mark("m" + i);
        }
        assertThat(socket.awaitOne("error").json().at("/payload/code").asInt()).isEqualTo(100005);
    }

    @Test
    void whatIsMeantForTheOppositeLegOfASingleOneNobodyHears() {
        SimulatedCall call = line.place(LISTENS);
        String id = line.webhooks.awaitOne("call.initiated").callControlId();
        line.customer.command(id, "answer", "{}");
        line.webhooks.awaitOne("call.answered");
        line.customer.command(
                id, "streaming_start", Customer.streamBody(line.media.url(), "").replace("\"self\"", "\"opposite\""));
        Socket socket = line.media.awaitSocket(0);
        socket.awaitOne("start");
        long sent = System.nanoTime();
        socket.play(Tones.tone(300, 440));
        socket.mark("a");
        assertThat(millisSince(sent, socket.awaitOne("mark"))).isGreaterThanOrEqualTo(300);
        assertThat(call.report().agent()).isEmpty();
    }

    private static double millisSince(long nanos, Frame frame) {
        return (frame.nanos() - nanos) / 1e6;
    }
}
