package dev.pickup.simulators.caller;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/// WAV files in and out. Any thread.
///
/// Reads PCM of 8, 16, 24 or 32 bits and IEEE float of 32 or 64 bits, plain or `WAVE_FORMAT_EXTENSIBLE`, any number of
/// channels (mixed down), any rate from 4 to 192 kHz (resampled to 16 kHz). Source: Microsoft and IBM, "Multimedia
/// Programming Interface and Data Specifications 1.0" (RIFF WAVE); Microsoft, "Extensible Wave-Format Descriptors".
public final class WavFile {
    private static final int HEADER_BYTES = 44;

    private WavFile() {}

    /// Reads a whole file.
    ///
    /// @throws NotAWavException not a WAV file, cut short, empty, or of a kind that cannot be played
    public static Pcm read(byte[] file) {
        WavFormat format = WavFormat.of(ByteBuffer.wrap(file).order(LITTLE_ENDIAN));
        float[] mono = format.mono();
        return Resampler.resample(mono, format.sampleRateHz());
    }

    /// A mono file, 16-bit, 16 kHz.
    public static byte[] mono(Pcm audio) {
        byte[] file = new byte[HEADER_BYTES + audio.length() * Short.BYTES];
        ByteBuffer samples = header(file, 1);
        for (int i = 0; i < audio.length(); i++) {
            samples.putShort(audio.sample(i));
        }
        return file;
    }

    /// A stereo file, 16-bit, 16 kHz. The shorter side is silent at its end.
    public static byte[] stereo(Pcm left, Pcm right) {
        int frames = Math.max(left.length(), right.length());
        byte[] file = new byte[HEADER_BYTES + frames * 2 * Short.BYTES];
        ByteBuffer samples = header(file, 2);
        for (int i = 0; i < frames; i++) {
            samples.putShort(i < left.length() ? left.sample(i) : 0);
            samples.putShort(i < right.length() ? right.sample(i) : 0);
        }
        return file;
    }

    private static ByteBuffer header(byte[] file, int channels) {
        int frameBytes = channels * Short.BYTES;
        ByteBuffer header = ByteBuffer.wrap(file).order(LITTLE_ENDIAN);
        header.put("RIFF".getBytes(US_ASCII)).putInt(file.length - 8);
        header.put("WAVEfmt ".getBytes(US_ASCII)).putInt(16);
        header.putShort((short) 1).putShort((short) channels);
        header.putInt(Pcm.SAMPLE_RATE_HZ).putInt(Pcm.SAMPLE_RATE_HZ * frameBytes);
        header.putShort((short) frameBytes).putShort((short) Short.SIZE);
        return header.put("data".getBytes(US_ASCII)).putInt(file.length - HEADER_BYTES);
    }
}
