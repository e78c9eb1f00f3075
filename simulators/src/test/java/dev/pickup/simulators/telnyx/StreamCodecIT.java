package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.pickup.simulators.Tones;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.telnyx.MediaServer.Frame;
import dev.pickup.simulators.telnyx.MediaServer.Socket;
import dev.pickup.simulators.telnyx.TestLine.Streamed;
import dev.pickup.simulators.telnyx.fault.Fault;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Which sound a media WebSocket carries, in which order of bytes and at which speed.
class StreamCodecIT {
    private static final CallerScript LISTENS = TestLine.patient();
    private static final CallerScript TALKS = TestLine.talking();

    @AutoClose
    private final TestLine line = new TestLine();

    @Test
    void withoutRtpModePcmIsInvalidMediaAndNothingIsHeard() {
        String id = line.answered(LISTENS);
        line.customer.command(
                id, "streaming_start", "{\"stream_url\":\"" + line.media.url() + "\",\"stream_codec\":\"L16\"}");
        Socket socket = line.media.awaitSocket(0);
        socket.awaitOne("start");
        socket.play(Tones.tone(500, 440));
        assertThat(socket.awaitOne("error").json().at("/payload/code").asInt()).isEqualTo(100004);
    }

    @Test
    void withoutACodecTheCallsOwnIsSent() {
        String id = line.answered(TALKS);
        line.customer.command(id, "streaming_start", "{\"stream_url\":\"" + line.media.url() + "\"}");
        Socket socket = line.media.awaitSocket(0);
        assertThat(socket.awaitOne("start")
                        .json()
                        .at("/start/media_format/encoding")
                        .asText())
                .isEqualTo("PCMU");
        socket.awaitCount("media", 3);
        assertThat(socket.of("media").getFirst().payload()).hasSize(160);
    }

    @Test
    void theNetworkMayFallBackToAnotherCodecBothWays() {
        Streamed streamed = line.streamed(LISTENS, "", new Fault.StreamCodecFallback("PCMA"));
        Socket socket = streamed.socket();
        assertThat(socket.awaitOne("start")
                        .json()
                        .at("/start/media_format/encoding")
                        .asText())
                .isEqualTo("PCMA");
        byte[] loud = new byte[8000];
        for (int i = 0; i < loud.length; i++) {
            loud[i] = (byte) (i / 4 % 2 == 0 ? 0xAA ^ 0x80 : 0xAA);
        }
        socket.payload(loud);
        socket.mark("a");
        socket.awaitOne("mark");
        CallReport report = streamed.hungUp();
        assertThat(report.agent().getFirst().lengthMs()).isCloseTo(1000, within(8.0));
    }

    @Test
    void l16MayComeAt8KHz() {
        Streamed streamed = line.streamed(LISTENS, "", new Fault.StreamCodecFallback("L16"));
        Socket socket = streamed.socket();
        assertThat(socket.awaitOne("start")
                        .json()
                        .at("/start/media_format/sample_rate")
                        .asInt())
                .isEqualTo(8000);
        socket.awaitCount("media", 5);
        assertThat(socket.of("media")).allMatch(f -> f.payload().length == 320);
    }

    @Test
    void l16CanBeBigEndianBothWays() {
        line.media.reacts((greeted, frame) -> {
            if (frame.event().equals("start")) {
                greeted.payload(MediaServer.l16(Tones.tone(200, 440), ByteOrder.BIG_ENDIAN));
            }
        });
        Streamed streamed = line.streamed(TALKS, "", new Fault.StreamBigEndian());
        Socket socket = streamed.socket();
        await().until(() -> socket.of("media").stream().anyMatch(f -> f.level(ByteOrder.BIG_ENDIAN) > 11_000));
        assertThat(streamed.hungUp().agent().getFirst().lengthMs()).isCloseTo(200, within(1.0));
    }

    @Test
    void aSlowOutboundRateIsPlayedAtItsOwnSpeed() {
        String id = line.answered(LISTENS);
        line.customer.command(
                id, "streaming_start", Customer.streamBody(line.media.url(), "").replace("16000", "8000"));
        Socket socket = line.media.awaitSocket(0);
        socket.awaitOne("start");
        long sent = System.nanoTime();
        socket.play(Tones.tone(300, 440));
        socket.mark("a");
        assertThat(millisSince(sent, socket.awaitOne("mark"))).isGreaterThanOrEqualTo(580);
    }

    private static double millisSince(long nanos, Frame frame) {
        return (frame.nanos() - nanos) / 1e6;
    }
}
