package dev.pickup.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/// Where the stack that runs on a data folder is: `run.json`, there from ready to close.
///
/// @param baseUrl          of this machine, whatever the public one is
/// @param controlUrl       the caller-end API of the simulated Telnyx; empty when a real one is used
/// @param twilioControlUrl the caller-end API of the simulated Twilio; empty when a real one is used
public record RunFile(
        long pid, int port, URI baseUrl, Optional<URI> controlUrl, Optional<URI> twilioControlUrl, Instant startedAt) {
    private static final String NAME = "run.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .build();

    /// The stack that runs on this folder now. A file left behind by a killed process is not one.
    public static Optional<RunFile> find(Path dataFolder) {
        try {
            RunFile found = JSON.readValue(Files.readString(dataFolder.resolve(NAME)), RunFile.class);
            return DataFolder.isInUse(dataFolder) ? Optional.of(found) : Optional.empty();
        } catch (NoSuchFileException | JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path dataFolder) {
        try {
            Path half = dataFolder.resolve(NAME + ".new");
            Files.writeString(half, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
            Files.move(half, dataFolder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path dataFolder) {
        try {
            Files.deleteIfExists(dataFolder.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
