package dev.pickup.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.local.stack.StackException.Code;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path parent;

    private Path path;

    @BeforeEach
    void name() {
        path = parent.resolve("data");
    }

    @Test
    void twoStacksNeverShareAFolder() {
        try (DataFolder first = DataFolder.open(path, false)) {
            assertThat(first.path()).isEqualTo(path);
            assertRefused(Code.DATA_FOLDER_BUSY, false);
            assertRefused(Code.DATA_FOLDER_BUSY, true);
            assertThat(DataFolder.isInUse(path)).isTrue();
        }
        assertThat(DataFolder.isInUse(path)).isFalse();
        DataFolder.open(path, false).close();
    }

    @Test
    void freshForgetsStateAndRecordingsButNeitherSettingsNorModels() throws Exception {
        try (DataFolder folder = DataFolder.open(path, false)) {
            Files.writeString(folder.state("dynamodb").resolve("tables.db"), "x");
            Files.writeString(folder.recordings().resolve("call.wav"), "x");
            Files.writeString(Files.createDirectories(path.resolve("models")).resolve("voice.bin"), "x");
            Files.writeString(path.resolve("pickup.yaml"), "x");
        }
        DataFolder.open(path, false).close();
        assertThat(path.resolve("state/dynamodb/tables.db")).exists();
        DataFolder.open(path, true).close();
        assertThat(path.resolve("state")).doesNotExist();
        assertThat(path.resolve("recordings")).doesNotExist();
        assertThat(path.resolve("models/voice.bin")).exists();
        assertThat(path.resolve("pickup.yaml")).exists();
    }

    @Test
    void aFolderThatIsNotOursIsRefusedAndLeftAsItWas() throws Exception {
        Path theirs = Files.createDirectories(path.resolve("state")).resolve("thesis.txt");
        Files.writeString(theirs, "years of work");
        assertRefused(Code.DATA_FOLDER_FOREIGN, true);
        assertRefused(Code.DATA_FOLDER_FOREIGN, false);
        assertThat(theirs).hasContent("years of work");
        assertThat(path.resolve("lock")).doesNotExist();
    }

    @Test
    void aFolderThatHoldsOnlySettingsAndModelsBecomesOurs() throws Exception {
        Files.createDirectories(path.resolve("models"));
        Files.writeString(Files.createFile(path.resolve("pickup.yaml")), "PICKUP_ENGINES: scripted");
        DataFolder.open(path, false).close();
        assertThat(path.resolve(".pickup-data")).exists();
    }

    @Test
    void aRunFileIsBelievedOnlyWhileItsStackHoldsTheFolder() {
        RunFile run = new RunFile(
                7,
                8080,
                URI.create("http://localhost:8080"),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(RunFile.find(path)).isEmpty();
        try (DataFolder folder = DataFolder.open(path, false)) {
            run.write(folder.path());
            assertThat(RunFile.find(path)).contains(run);
        }
        assertThat(RunFile.find(path)).isEmpty();
        try (DataFolder again = DataFolder.open(path, false)) {
            assertThat(again.path().resolve("run.json")).doesNotExist();
        }
    }

    private void assertRefused(Code code, boolean fresh) {
        assertThatThrownBy(() -> DataFolder.open(path, fresh))
                .isInstanceOfSatisfying(
                        StackException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
