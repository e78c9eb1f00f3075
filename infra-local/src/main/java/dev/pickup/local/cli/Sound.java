package dev.pickup.local.cli;

import dev.pickup.simulators.caller.CallerStep.Play;
import dev.pickup.simulators.caller.NotAWavException;
import dev.pickup.simulators.caller.WavFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Sound files that a person names.
final class Sound {
    private static final long LONGEST_BYTES = 200L * 1024 * 1024;

    private Sound() {}

    /// A step that plays the file.
    ///
    /// @throws InputException not there, or not a WAV file that can be played
    static Play play(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException("There is no file " + file + ": name a WAV file that is there.");
        }
        try {
            if (Files.size(file) > LONGEST_BYTES) {
                throw new InputException(file + " is larger than 200 MB: cut it to what the caller says.");
            }
            return new Play(WavFile.read(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: make it readable for you.", e);
        } catch (NotAWavException e) {
            throw new InputException(file + ": " + e.getMessage() + " Give a PCM WAV file of any sample rate.", e);
        } catch (IllegalArgumentException e) {
            throw new InputException(file + " holds no sound: give a WAV file in which somebody speaks.", e);
        }
    }
}
