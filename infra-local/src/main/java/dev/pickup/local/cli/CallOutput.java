package dev.pickup.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.local.live.CallEnd;
import dev.pickup.local.live.ExchangeControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The files that a call leaves behind for the person who placed it.
///
/// @param json   where the call's record goes
/// @param record where its sound goes
record CallOutput(Optional<Path> json, Optional<Path> record) {
    /// Says so before the call when a file could not be written after it.
    ///
    /// @throws InputException one cannot
    void check() {
        json.ifPresent(file -> check("--json", file));
        record.ifPresent(file -> check("--record", file));
    }

    private static void check(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw new InputException(
                    option + " " + file + " cannot be written: name a file in a folder that is there.");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new InputException(option + " " + file + " cannot be written: name a file that you may write.");
        }
    }

    void write(CallEnd end, ExchangeControl exchange, String id, Path recordings, Terminal terminal) {
        try {
            Optional<JsonNode> document = document(end);
            if (json.isPresent() && document.isPresent()) {
                Files.writeString(json.get(), document.get().toPrettyString() + System.lineSeparator());
                terminal.err().println("Wrote the call record to " + json.get() + ".");
            }
            if (record.isPresent()) {
                writeSound(record.get(), document, exchange, id, recordings, terminal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeSound(
            Path file,
            Optional<JsonNode> document,
            ExchangeControl exchange,
            String id,
            Path recordings,
            Terminal terminal)
            throws IOException {
        Optional<Path> own = document.map(call -> call.path("recording").asText(""))
                .filter(key -> !key.isEmpty() && !key.equals("null"))
                .map(recordings::resolve)
                .filter(Files::isRegularFile);
        if (own.isPresent()) {
            Files.copy(own.get(), file, StandardCopyOption.REPLACE_EXISTING);
            terminal.err().println("Wrote the product's recording to " + file + ".");
        } else {
            Files.write(file, exchange.recording(id));
            terminal.err()
                    .println("Wrote the exchange's recording to " + file + ": the product made none of this call.");
        }
    }

    private static Optional<JsonNode> document(CallEnd end) {
        return switch (end) {
            case CallEnd.Finalized finalized -> Optional.of(finalized.record());
            case CallEnd.Unfinished unfinished -> Optional.of(unfinished.record());
            case CallEnd.Unanswered _ -> Optional.empty();
        };
    }
}
