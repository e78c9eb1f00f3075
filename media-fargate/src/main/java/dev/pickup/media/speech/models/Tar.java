package dev.pickup.media.speech.models;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads a tar archive front to back, as far as npm packages need it: plain files with names under 100
/// characters. Source: POSIX.1-2017, pax, "ustar Interchange Format".
final class Tar {
    private static final int BLOCK_BYTES = 512;
    private static final int NAME_BYTES = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_DIGITS = 11;

    private final InputStream archive;
    private long unread;
    private long padding;

    Tar(InputStream archive) {
        this.archive = archive;
    }

    /// Skips what is left of this entry and returns the name of the next; empty at the end of the archive.
    Optional<String> next() throws IOException {
        archive.skipNBytes(unread + padding);
        byte[] header = archive.readNBytes(BLOCK_BYTES);
        if (header.length == 0 || header[0] == 0) {
            return Optional.empty();
        }
        if (header.length < BLOCK_BYTES) {
            throw new EOFException("The archive ends within a header.");
        }
        unread = octal(header);
        padding = Math.floorMod(-unread, BLOCK_BYTES);
        return Optional.of(name(header));
    }

    /// The content of the entry that [#next] returned last.
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (unread == 0) {
                    return -1;
                }
                int count = archive.read(target, offset, (int) Math.min(length, unread));
                if (count < 0) {
                    throw new EOFException("The archive ends within a file.");
                }
                unread -= count;
                return count;
            }
        };
    }

    private static String name(byte[] header) {
        int length = 0;
        while (length < NAME_BYTES && header[length] != 0) {
            length++;
        }
        return new String(header, 0, length, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header) throws IOException {
        String digits = new String(header, SIZE_AT, SIZE_DIGITS, StandardCharsets.US_ASCII).strip();
        try {
            return Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("The archive has a header without a size.", e);
        }
    }
}
