package dev.pickup.local.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// One file of a log. Each record is its length and the CRC-32C of its bytes, four bytes each, big-endian, then the
/// bytes.
///
/// @param base position of its first byte in the log
record Segment(Path file, long base) {
    static final int HEADER_BYTES = 8;
    static final int LONGEST_RECORD_BYTES = 4 << 20;
    private static final String SUFFIX = ".log";

    static Segment at(Path folder, long base) {
        return new Segment(folder.resolve("%020d%s".formatted(base, SUFFIX)), base);
    }

    static boolean isOne(Path file) {
        return file.getFileName().toString().matches("\\d{20}\\.log");
    }

    static Segment of(Path file) {
        String name = file.getFileName().toString();
        return new Segment(file, Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
    }

    long end() throws IOException {
        return base + Files.size(file);
    }

    static ByteBuffer encode(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > LONGEST_RECORD_BYTES) {
            throw new IllegalArgumentException("A log record has at most 4 MiB.");
        }
        return ByteBuffer.allocate(HEADER_BYTES + bytes.length)
                .putInt(bytes.length)
                .putInt(crc(bytes))
                .put(bytes)
                .flip();
    }

    /// Whole, undamaged records from `position`, up to `most`; fewer at the end and before damage.
    List<LogRecord> read(long position, int most) throws IOException {
        List<LogRecord> records = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = position;
            while (records.size() < most) {
                LogRecord next = readOne(channel, at);
                records.add(next);
                at = next.next();
            }
        } catch (EOFException e) {
            return records;
        }
        return records;
    }

    /// Where the undamaged records end.
    long soundEnd() throws IOException {
        long at = base;
        for (List<LogRecord> some = read(at, 1_000); !some.isEmpty(); some = read(at, 1_000)) {
            at = some.getLast().next();
        }
        return at;
    }

    /// @throws EOFException no whole, undamaged record begins there
    private LogRecord readOne(FileChannel channel, long at) throws IOException {
        ByteBuffer header = readFully(channel, at, HEADER_BYTES);
        int length = header.getInt();
        int crc = header.getInt();
        if (length < 0 || length > LONGEST_RECORD_BYTES) {
            throw new EOFException();
        }
        byte[] bytes = readFully(channel, at + HEADER_BYTES, length).array();
        if (crc(bytes) != crc) {
            throw new EOFException();
        }
        return new LogRecord(at, at + HEADER_BYTES + length, new String(bytes, UTF_8));
    }

    private ByteBuffer readFully(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at - base + buffer.position()) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
