package dev.pickup.simulators.caller;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/// How the samples of a WAV file are laid out, and where they are.
///
/// @param data the bytes of the `data` chunk, little-endian
record WavFormat(Encoding encoding, int bits, int channels, int sampleRateHz, ByteBuffer data) {
    enum Encoding {
        PCM,
        FLOAT
    }

    private static final int TAG_PCM = 1;
    private static final int TAG_FLOAT = 3;
    private static final int TAG_EXTENSIBLE = 0xFFFE;
    private static final int FORMAT_BYTES = 16;
    private static final int EXTENSIBLE_BYTES = 40;
    private static final int SUBFORMAT_AT = 24;
    /// A writer to a pipe cannot know the length and leaves these.
    private static final long UNKNOWN_LENGTH = 0xFFFFFFFFL;

    /// Walks the chunks of a RIFF file up to `data`.
    static WavFormat of(ByteBuffer file) {
        if (file.remaining() < 12 || !tag(file).equals("RIFF")) {
            throw new NotAWavException("This is not a WAV file: it does not begin with RIFF.");
        }
        file.getInt();
        if (!tag(file).equals("WAVE")) {
            throw new NotAWavException("This is a RIFF file, but not of kind WAVE.");
        }
        ByteBuffer format = null;
        while (file.remaining() >= 8) {
            String tag = tag(file);
            long size = Integer.toUnsignedLong(file.getInt());
            if (tag.equals("data")) {
                if (format == null) {
                    throw new NotAWavException("This WAV file has its samples before its format: it is damaged.");
                }
                return parse(format, samples(file, size));
            }
            ByteBuffer chunk = chunk(file, tag, size);
            format = tag.equals("fmt ") ? chunk : format;
        }
        throw new NotAWavException("This WAV file has no samples: it ends before its data chunk.");
    }

    /// All channels averaged, from -1 to 1.
    float[] mono() {
        int width = bits / 8;
        int frames = data.remaining() / (width * channels);
        float[] mono = new float[frames];
        int at = data.position();
        for (int i = 0; i < frames; i++) {
            double sum = 0;
            for (int c = 0; c < channels; c++, at += width) {
                sum += sample(at);
            }
            mono[i] = (float) (sum / channels);
        }
        return mono;
    }

    private double sample(int at) {
        if (encoding == Encoding.FLOAT) {
            double value = bits == 32 ? data.getFloat(at) : data.getDouble(at);
            return Double.isFinite(value) ? Math.clamp(value, -1.0, 1.0) : 0;
        }
        return switch (bits) {
            case 8 -> (Byte.toUnsignedInt(data.get(at)) - 128) / 128.0;
            case 16 -> data.getShort(at) / 32768.0;
            case 24 -> ((data.get(at + 2) << 16) | Short.toUnsignedInt(data.getShort(at))) / 8388608.0;
            default -> data.getInt(at) / 2147483648.0;
        };
    }

    private static WavFormat parse(ByteBuffer format, ByteBuffer data) {
        if (format.remaining() < FORMAT_BYTES) {
            throw new NotAWavException("This WAV file is damaged: its format chunk is too short.");
        }
        int tag = Short.toUnsignedInt(format.getShort(0));
        if (tag == TAG_EXTENSIBLE && format.remaining() >= EXTENSIBLE_BYTES) {
            tag = Short.toUnsignedInt(format.getShort(SUBFORMAT_AT));
        }
        int channels = Short.toUnsignedInt(format.getShort(2));
        int rate = format.getInt(4);
        int bits = Short.toUnsignedInt(format.getShort(14));
        checkPlayable(tag, channels, rate, bits);
        if (data.remaining() < channels * bits / 8) {
            throw new NotAWavException("This WAV file is empty: it has no samples.");
        }
        return new WavFormat(tag == TAG_FLOAT ? Encoding.FLOAT : Encoding.PCM, bits, channels, rate, data);
    }

    private static void checkPlayable(int tag, int channels, int rate, int bits) {
        boolean pcm = tag == TAG_PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
        boolean floats = tag == TAG_FLOAT && (bits == 32 || bits == 64);
        if (!pcm && !floats) {
            throw new NotAWavException("This WAV file is compressed (format " + tag + ", " + bits
                    + " bits): give one with PCM of 8, 16, 24 or 32 bits, or float.");
        }
        if (channels < 1 || channels > 32 || rate < 4_000 || rate > 192_000) {
            throw new NotAWavException(
                    "This WAV file claims " + channels + " channels at " + rate + " Hz, which cannot be right.");
        }
    }

    private static ByteBuffer samples(ByteBuffer file, long size) {
        if (size == UNKNOWN_LENGTH || (size == 0 && file.hasRemaining())) {
            return file.slice().order(file.order());
        }
        if (size > file.remaining()) {
            throw new NotAWavException("This WAV file is cut short: it promises " + size + " bytes of samples and has "
                    + file.remaining() + ".");
        }
        return file.slice(file.position(), (int) size).order(file.order());
    }

    /// Chunks of odd length are followed by a pad byte.
    private static ByteBuffer chunk(ByteBuffer file, String tag, long size) {
        if (size > file.remaining()) {
            throw new NotAWavException("This WAV file is cut short in its chunk " + tag.strip() + ".");
        }
        ByteBuffer chunk = file.slice(file.position(), (int) size).order(file.order());
        file.position((int) Math.min(file.limit(), file.position() + size + (size & 1)));
        return chunk;
    }

    private static String tag(ByteBuffer file) {
        byte[] tag = new byte[4];
        file.get(tag);
        return new String(tag, US_ASCII);
    }
}
