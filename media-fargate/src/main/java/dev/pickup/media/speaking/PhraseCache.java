package dev.pickup.media.speaking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Keeps the sound of what is said often: greetings and fixed phrases, made once and never paid for again.
///
/// Shape: 16,000 Hz mono samples by [Phrase]; another agent version with the same words and voice finds the same sound,
/// one with other words finds none. Repeat: harmless. Ends: a cache that cannot be reached finds nothing and keeps
/// nothing; it never fails a call. Threads: any; may block, so never on a call's loop.
public interface PhraseCache {
    /// Keeps nothing.
    PhraseCache NONE = new PhraseCache() {
        @Override
        public Optional<short[]> find(Phrase phrase) {
            return Optional.empty();
        }

        @Override
        public void keep(Phrase phrase, short[] samples) {}
    };

    /// Its sound, the reader's to keep.
    Optional<short[]> find(Phrase phrase);

    /// Keeps it.
    void keep(Phrase phrase, short[] samples);

    /// Words as they are said.
    ///
    /// @param engine as [TextToSpeech#name] tells it
    /// @param text   already written as it should be said
    record Phrase(String engine, String voice, String language, String text) {
        /// A name for storage that tells nothing of the words: 64 hexadecimal digits.
        public String id() {
            String whole = String.join("\n", engine, voice, language, text);
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }
}
