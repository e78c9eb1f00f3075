package dev.pickup.functions.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Recordings in a folder of this machine. A key that leads out of the folder is answered like one that is not
/// there.
///
/// @param folder where keys begin
public record FolderRecordings(Path folder) implements RecordingSource {
    @Override
    public Optional<byte[]> read(String key) {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(key).normalize();
        if (!file.startsWith(root) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
