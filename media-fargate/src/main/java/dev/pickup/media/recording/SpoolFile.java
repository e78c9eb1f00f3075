package dev.pickup.media.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A part on its way: a file that grows until it is sent. Belongs to one thread.
final class SpoolFile implements AutoCloseable {
    private final Path folder;
    private final Path path;
    private final FileChannel channel;

    private SpoolFile(Path folder, Path path, FileChannel channel) {
        this.folder = folder;
        this.path = path;
        this.channel = channel;
    }

    static SpoolFile create(Path folder) throws IOException {
        Path path = Files.createTempFile(folder, "part", ".pcm");
        return new SpoolFile(folder, path, FileChannel.open(path, StandardOpenOption.WRITE));
    }

    void append(byte[] bytes) throws IOException {
        write(bytes, channel.size());
    }

    /// Writes over what is there.
    void overwrite(byte[] bytes) throws IOException {
        write(bytes, 0);
    }

    private void write(byte[] bytes, long at) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            at += channel.write(rest, at);
        }
    }

    long size() throws IOException {
        return channel.size();
    }

    Path path() {
        return path;
    }

    SpoolFile next() throws IOException {
        return create(folder);
    }

    /// Deletes it.
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
        }
    }
}
