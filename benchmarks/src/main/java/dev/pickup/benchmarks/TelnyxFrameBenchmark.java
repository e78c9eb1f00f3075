package dev.pickup.benchmarks;

import dev.pickup.core.carrier.telnyx.TelnyxMediaCodec;
import dev.pickup.core.carrier.telnyx.TelnyxMediaMessage;
import dev.pickup.core.carrier.telnyx.TelnyxMediaWriter;
import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.audio.WireDecoder;
import dev.pickup.media.audio.WireEncoder;
import dev.pickup.media.audio.WireFormat;
import dev.pickup.media.audio.WireFormat.ByteOrder;
import dev.pickup.media.audio.WireFormat.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One 20 ms frame between Telnyx's socket and our PCM: JSON, base64, byte order, and for mu-law the way to 16 kHz.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TelnyxFrameBenchmark {
    private static final int MU_LAW_BYTES = 160;

    private final AudioFrame speech = AudioFrame.owning(SpeechLike.samples());
    private final String linearText = frame(WireEncoder.encode(speech, ByteOrder.LITTLE_ENDIAN));
    private final String muLawText = frame(SpeechLike.bytes(MU_LAW_BYTES));
    private final byte[] linearBytes = linearText.getBytes(StandardCharsets.US_ASCII);
    private final byte[] muLawBytes = muLawText.getBytes(StandardCharsets.US_ASCII);
    private final byte[] agent = new byte[WireEncoder.FRAME_BYTES];
    private final TelnyxMediaWriter writer = new TelnyxMediaWriter();
    private final WireDecoder linear =
            new WireDecoder(new WireFormat(Encoding.L16, AudioFrame.SAMPLE_RATE_HZ, ByteOrder.LITTLE_ENDIAN));
    private final WireDecoder muLaw = new WireDecoder(new WireFormat(Encoding.PCMU, 8_000, ByteOrder.LITTLE_ENDIAN));

    /// What the reader does with a frame of a caller on L16, 16 kHz.
    @Benchmark
    public List<AudioFrame> receiveLinear() {
        return linear.decode(payload(linearBytes));
    }

    /// The same where the carrier fell back to mu-law, 8 kHz.
    @Benchmark
    public List<AudioFrame> receiveMuLaw() {
        return muLaw.decode(payload(muLawBytes));
    }

    /// What the pacer does with a frame of the agent.
    @Benchmark
    public String send() {
        WireEncoder.encode(speech, ByteOrder.LITTLE_ENDIAN, agent);
        return writer.media(agent);
    }

    private static byte[] payload(byte[] text) {
        if (!(TelnyxMediaCodec.decode(text, text.length) instanceof TelnyxMediaMessage.Media media)) {
            throw new IllegalStateException("It was not read as media.");
        }
        return media.payload();
    }

    /// As in Telnyx's documentation of media streaming: numbers are strings.
    static String frame(byte[] payload) {
        return """
                {"event":"media","sequence_number":"4","media":{"track":"inbound","chunk":"2","timestamp":"20",\
                "payload":"%s"},"stream_id":"32DE0DEA-53CB-4B21-89A4-9E1819C043BC"}""".formatted(Base64.getEncoder().encodeToString(payload));
    }
}
