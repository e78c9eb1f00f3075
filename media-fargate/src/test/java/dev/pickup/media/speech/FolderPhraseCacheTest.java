package dev.pickup.media.speech;

import dev.pickup.media.speaking.PhraseCache;
import dev.pickup.media.speaking.PhraseCacheContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderPhraseCacheTest extends PhraseCacheContract {
    @TempDir
    private Path folder;

    @Override
    protected PhraseCache cache() {
        return new FolderPhraseCache(folder.resolve("phrases"));
    }
}
