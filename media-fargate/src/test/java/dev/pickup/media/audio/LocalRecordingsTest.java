package dev.pickup.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRecordingsTest extends RecordingsContract {
    @TempDir
    private Path folder;

    @Override
    protected Recordings recordings() {
        return new LocalRecordings(folder);
    }

    @Override
    protected Optional<byte[]> stored(String key) {
        try {
            return Files.exists(folder.resolve(key))
                    ? Optional.of(Files.readAllBytes(folder.resolve(key)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itIsReadableWhileItIsBeingMade() {
        try (Recordings.Recording recording = recordings().open("acc_demo", "call_2", 1)) {
            append(recording, 2);
            assertThat(wav(recording.key()).getInt(40)).isEqualTo(2 * SECOND * 4);
        }
    }
}
