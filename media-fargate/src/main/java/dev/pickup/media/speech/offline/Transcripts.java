package dev.pickup.media.speech.offline;

import java.util.regex.Pattern;

/// The little that is mended in what the recognizer writes; numbers and names stay as it wrote them.
final class Transcripts {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]*");

    private Transcripts() {}

    static String tidy(String text) {
        String tidy = SPACES.matcher(text).replaceAll(" ").strip();
        return NO_WORD.matcher(tidy).matches() ? "" : tidy;
    }
}
