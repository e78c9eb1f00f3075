package dev.pickup.simulators.line;

/// Companded 8-bit telephone audio. Source: ITU-T G.711.
public final class G711 {
    private static final int MU_BIAS = 132;
    private static final int MU_CLIP = 32635;
    private static final short[] FROM_MU = new short[256];
    private static final short[] FROM_A = new short[256];

    static {
        for (int code = 0; code < 256; code++) {
            FROM_MU[code] = muToLinear(code);
            FROM_A[code] = aToLinear(code);
        }
    }

    private G711() {}

    public static short fromMuLaw(byte code) {
        return FROM_MU[Byte.toUnsignedInt(code)];
    }

    public static short fromALaw(byte code) {
        return FROM_A[Byte.toUnsignedInt(code)];
    }

    public static byte toMuLaw(short sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs((int) sample), MU_CLIP) + MU_BIAS;
        int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
        int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte) ~(sign | (exponent << 4) | mantissa);
    }

    public static byte toALaw(short sample) {
        int sign = sample < 0 ? 0 : 0x80;
        int magnitude = (sample < 0 ? ~sample : sample) >> 3;
        int exponent = Math.max(0, 27 - Integer.numberOfLeadingZeros(magnitude | 1));
        int code = exponent == 0 ? magnitude >> 1 : (exponent << 4) | ((magnitude >> exponent) & 0x0F);
        return (byte) ((sign | code) ^ 0x55);
    }

    private static short muToLinear(int code) {
        int bits = ~code & 0xFF;
        int magnitude = (((bits & 0x0F) << 3) + MU_BIAS) << ((bits >> 4) & 7);
        int value = magnitude - MU_BIAS;
        return (short) ((bits & 0x80) == 0 ? value : -value);
    }

    private static short aToLinear(int code) {
        int bits = code ^ 0x55;
        int exponent = (bits >> 4) & 7;
        int mantissa = (bits & 0x0F) << 4;
        int magnitude = exponent == 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
        return (short) ((bits & 0x80) == 0 ? -magnitude : magnitude);
    }
}
