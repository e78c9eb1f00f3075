package dev.pickup.media.speech;

import dev.pickup.media.speaking.PhraseCache;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Phrases as files of 16-bit little-endian samples in one folder. Any thread.
public final class FolderPhraseCache implements PhraseCache {
    private static final Logger LOG = LoggerFactory.getLogger(FolderPhraseCache.class);

    private final Path folder;

    /// @param folder need not exist yet
    public FolderPhraseCache(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<short[]> find(Phrase phrase) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file(phrase))).order(ByteOrder.LITTLE_ENDIAN);
            short[] samples = new short[bytes.remaining() / Short.BYTES];
            bytes.asShortBuffer().get(samples);
            return Optional.of(samples);
        } catch (IOException _) {
            return Optional.empty(); // not made yet, or not readable: it is made again
        }
    }

    /// Whole or not at all: a file is moved to its name when it is complete.
    @Override
    public void keep(Phrase phrase, short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "phrase", ".part");
            Files.write(part, bytes.array());
            Files.move(part, file(phrase), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("phrase-not-kept: {}", e.getClass().getSimpleName());
        }
    }

    private Path file(Phrase phrase) {
        return folder.resolve(phrase.id() + ".pcm");
    }
}
