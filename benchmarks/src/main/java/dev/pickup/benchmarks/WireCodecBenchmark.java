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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The parts of a frame's way by themselves: reading its JSON, bytes to samples, 8 to 16 kHz, the first frames of a
/// stream whose byte order is not known yet, and the way back.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WireCodecBenchmark {
    private static final int PROBED_FRAMES = 10;

    private final AudioFrame speech = AudioFrame.owning(SpeechLike.samples());
    private final byte[] linearBytes = WireEncoder.encode(speech, ByteOrder.LITTLE_ENDIAN);
    private final byte[] muLawBytes = SpeechLike.bytes(160);
    private final byte[] payload = new byte[WireEncoder.FRAME_BYTES];
    private final byte[] text = TelnyxFrameBenchmark.frame(linearBytes).getBytes(StandardCharsets.US_ASCII);
    private final WireDecoder linear = decoder(Encoding.L16, AudioFrame.SAMPLE_RATE_HZ);
    private final WireDecoder muLaw = decoder(Encoding.PCMU, 8_000);
    private final TelnyxMediaWriter writer = new TelnyxMediaWriter();

    /// A socket's bytes → the codec's bytes.
    @Benchmark
    public TelnyxMediaMessage parse() {
        return TelnyxMediaCodec.decode(text, text.length);
    }

    @Benchmark
    public List<AudioFrame> decodeLinear() {
        return linear.decode(linearBytes);
    }

    /// Expanding and resampling.
    @Benchmark
    public List<AudioFrame> decodeMuLaw() {
        return muLaw.decode(muLawBytes);
    }

    /// A stream's first 200 ms, a frame of them.
    @Benchmark
    @OperationsPerInvocation(PROBED_FRAMES)
    public boolean probeByteOrder() {
        WireDecoder fresh = decoder(Encoding.L16, AudioFrame.SAMPLE_RATE_HZ);
        for (int i = 0; i < PROBED_FRAMES; i++) {
            fresh.decode(linearBytes);
        }
        return fresh.certain();
    }

    /// A frame of ours → the socket's text.
    @Benchmark
    public String write() {
        WireEncoder.encode(speech, ByteOrder.LITTLE_ENDIAN, payload);
        return writer.media(payload);
    }

    private static WireDecoder decoder(Encoding encoding, int sampleRateHz) {
        return new WireDecoder(new WireFormat(encoding, sampleRateHz, ByteOrder.LITTLE_ENDIAN));
    }
}
