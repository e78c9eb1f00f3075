package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.telnyx.MediaServer.Frame;
import dev.pickup.simulators.telnyx.MediaServer.Socket;
import dev.pickup.simulators.telnyx.TestLine.Streamed;
import dev.pickup.simulators.telnyx.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// How media WebSockets begin and end, and what can go wrong with them.
class StreamTroubleIT {
    private static final CallerScript LISTENS = TestLine.patient();

    @AutoClose
    private final TestLine line = new TestLine();

    @Test
    void aSecondStreamIsRefusedWhileThereIsOne() {
        Streamed streamed = line.streamed(LISTENS, "");
        streamed.socket().awaitOne("start");
        String body = Customer.streamBody(line.media.url(), "");
        assertThat(line.customer.command(streamed.id(), "streaming_start", body).code())
                .isEqualTo("90045");
        line.customer.command(streamed.id(), "streaming_stop", "{}");
        line.webhooks.awaitOne("streaming.stopped");
        streamed.socket().awaitOne("stop");
        await().until(() -> streamed.socket().closed);
        assertThat(line.customer.command(streamed.id(), "streaming_stop", "{}").code())
                .isEqualTo("90048");
        assertThat(line.customer.command(streamed.id(), "streaming_start", body).status())
                .isEqualTo(200);
        line.media.awaitSocket(1).awaitOne("start");
    }

    @Test
    void aStreamThatIsNotLetInFailsAndTheCallGoesOn() {
        line.media.admits(token -> false);
        String id = line.answered(LISTENS);
        line.customer.command(id, "streaming_start", Customer.streamBody(line.media.url(), ""));
        var failed = line.webhooks.awaitOne("streaming.failed").payload();
        assertThat(failed.path("failure_reason").asText()).isEqualTo("connection_failed");
        line.media.admits(token -> true);
        line.customer.command(id, "streaming_start", Customer.streamBody(line.media.url(), ""));
        line.media.awaitSocket(0).awaitOne("start");
    }

    @Test
    void aStreamThatBreaksLeavesTheCallSilentAndCanBeStartedAgain() {
        Streamed streamed = line.streamed(LISTENS, "", new Fault.StreamDrops(200));
        await().until(() -> streamed.socket().closed);
        line.webhooks.awaitOne("streaming.failed");
        assertThat(streamed.call().report().state()).isEqualTo(CallReport.State.TALKING);
        line.customer.command(streamed.id(), "streaming_start", Customer.streamBody(line.media.url(), ""));
        Socket second = line.media.awaitSocket(1);
        second.awaitCount("media", 30);
        assertThat(second.closed).isFalse();
    }

    @Test
    void aStreamThatTheCustomerClosesStops() {
        Streamed streamed = line.streamed(LISTENS, "");
        streamed.socket().awaitOne("start");
        streamed.socket().getSession().close();
        line.webhooks.awaitOne("streaming.stopped");
        assertThat(streamed.call().report().state()).isEqualTo(CallReport.State.TALKING);
    }

    @Test
    void aHalfOpenSocketIsSilentAndStillInUse() {
        Streamed streamed = line.streamed(LISTENS, "", new Fault.StreamHalfOpen(200));
        Socket socket = streamed.socket();
        socket.awaitCount("media", 5);
        await().until(() -> frozen(socket));
        assertThat(socket.closed).isFalse();
        String body = Customer.streamBody(line.media.url(), "");
        assertThat(line.customer.command(streamed.id(), "streaming_start", body).code())
                .isEqualTo("90045");
        line.customer.command(streamed.id(), "streaming_stop", "{}");
        line.webhooks.awaitOne("streaming.stopped");
        assertThat(line.customer.command(streamed.id(), "streaming_start", body).status())
                .isEqualTo(200);
    }

    /// No frame for as long as ten take.
    private static boolean frozen(Socket socket) throws InterruptedException {
        int before = socket.frames.size();
        Thread.sleep(200);
        return socket.frames.size() == before;
    }

    @Test
    void tokensCanBeWrongMissingOrUsedTwice() {
        String token = ",\"stream_auth_token\":\"secret\"";
        assertThat(line.streamed(LISTENS, token, new Fault.StreamTokenWrong()).socket().token)
                .isEqualTo("secretx");
        try (TestLine other = new TestLine()) {
            assertThat(other.streamed(LISTENS, token, new Fault.StreamTokenMissing())
                            .socket()
                            .token)
                    .isEmpty();
        }
        try (TestLine other = new TestLine()) {
            Streamed streamed = other.streamed(LISTENS, token, new Fault.StreamConnectsTwice());
            assertThat(other.media.awaitSocket(1).token).isEqualTo("secret");
            await().until(() -> !streamed.call().report().notes().isEmpty());
            assertThat(streamed.call().report().notes()).contains("The second media socket was accepted.");
        }
    }

    @Test
    void aSocketMayNeverStart() {
        Streamed streamed = line.streamed(LISTENS, "", new Fault.StreamNeverStarts());
        streamed.socket().awaitOne("connected");
        await().until(() -> streamed.call().report().durationMs() > 400);
        assertThat(streamed.socket().frames).hasSize(1);
        assertThat(line.webhooks.of("streaming.started")).isEmpty();
    }

    @Test
    void framesCanBeLostSwappedAndLate() {
        Streamed streamed = line.streamed(
                LISTENS, "", new Fault.FramesLost(0.2), new Fault.FramesReordered(0.3), new Fault.FrameJitter(10));
        streamed.socket().awaitCount("media", 60);
        List<Integer> chunks = streamed.socket().of("media").stream()
                .map(f -> f.json().at("/media/chunk").asInt())
                .toList();
        assertThat(chunks).doesNotHaveDuplicates();
        assertThat(chunks.getLast()).isGreaterThan(chunks.size());
        assertThat(chunks).isNotEqualTo(chunks.stream().sorted().toList());
    }

    @Test
    void afterAStallAllThatWasDueComesAtOnce() {
        Streamed streamed = line.streamed(LISTENS, "", new Fault.FramesStalled(200, 400));
        streamed.socket().awaitCount("media", 35);
        List<Frame> media = streamed.socket().of("media");
        assertThat((media.get(10).nanos() - media.get(9).nanos()) / 1e6).isGreaterThan(300);
        assertThat((media.get(30).nanos() - media.get(10).nanos()) / 1e6).isLessThan(300);
    }

    @Test
    void marksMayNeverComeBack() {
        Streamed streamed = line.streamed(LISTENS, "", new Fault.MarksNeverReturn());
        streamed.socket().awaitOne("start");
        streamed.socket().mark("a");
        await().until(() -> streamed.call().report().stream().marksReceived() == 1);
        streamed.hungUp();
        streamed.socket().awaitOne("stop");
        assertThat(streamed.socket().of("mark")).isEmpty();
    }
}
