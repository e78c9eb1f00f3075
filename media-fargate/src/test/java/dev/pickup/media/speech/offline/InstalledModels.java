package dev.pickup.media.speech.offline;

import dev.pickup.media.speech.models.ModelFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The engines, loaded once for all tests of this JVM, when the model files are on this machine.
final class InstalledModels {
    private InstalledModels() {}

    private static final class Loaded {
        static final OfflineSpeech SPEECH = OfflineSpeech.load(folder());
    }

    static OfflineSpeech speech() {
        Assumptions.assumeTrue(
                ModelFiles.areIn(folder()),
                () -> "No speech models in " + folder() + ": fetch them with ./pickup models");
        return Loaded.SPEECH;
    }

    private static Path folder() {
        return Path.of(System.getProperty(
                "pickup.models.dir", System.getProperty("user.home") + "/.local/share/pickup/models"));
    }
}
