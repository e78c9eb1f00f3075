package dev.pickup.media.audio;

/// Telephone companding by table. Source: ITU-T G.711.
final class G711 {
    private static final short[] MU_LAW = new short[256];
    private static final short[] A_LAW = new short[256];

    static {
        for (int code = 0; code < 256; code++) {
            MU_LAW[code] = fromMuLaw(code);
            A_LAW[code] = fromALaw(code);
        }
    }

    private G711() {}

    static short muLaw(byte code) {
        return MU_LAW[code & 0xff];
    }

    static byte toMuLaw(short sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs((int) sample), 32_635) + 0x84;
        int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
        return (byte) ~(sign | (segment << 4) | ((magnitude >> (segment + 3)) & 0x0f));
    }

    static short aLaw(byte code) {
        return A_LAW[code & 0xff];
    }

    private static short fromMuLaw(int code) {
        int bits = ~code & 0xff;
        int magnitude = (((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4);
        return (short) ((bits & 0x80) != 0 ? 0x84 - magnitude : magnitude - 0x84);
    }

    private static short fromALaw(int code) {
        int bits = code ^ 0x55;
        int segment = (bits & 0x70) >> 4;
        int step = ((bits & 0x0f) << 4) + 8;
        int magnitude = segment == 0 ? step : (step + 0x100) << (segment - 1);
        return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
    }
}
