package dev.pickup.media.speech.offline;

import java.util.Arrays;

/// A file in memory that one writer fills, up to a limit.
final class GrowingFile {
    private final int limit;
    private byte[] bytes = new byte[1 << 17];
    private int size;
    private int position;

    GrowingFile(int limit) {
        this.limit = limit;
    }

    /// Writes at the position; false when the file would grow beyond its limit.
    boolean write(byte[] more) {
        int end = position + more.length;
        if (end > limit) {
            return false;
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(end, 2 * bytes.length)));
        }
        System.arraycopy(more, 0, bytes, position, more.length);
        position = end;
        size = Math.max(size, end);
        return true;
    }

    /// Moves the position; `whence` 0 counts from the start, 1 from here, 2 from the end. Returns where it is
    /// now.
    long seek(long offset, int whence) {
        long origin = switch (whence) {
            case 1 -> position;
            case 2 -> size;
            default -> 0;
        };
        position = Math.toIntExact(Math.clamp(origin + offset, 0L, (long) size));
        return position;
    }

    int size() {
        return size;
    }

    /// The little-endian 16-bit number at `at`.
    short shortAt(int at) {
        return (short) ((bytes[at] & 0xff) | (bytes[at + 1] << 8));
    }
}
