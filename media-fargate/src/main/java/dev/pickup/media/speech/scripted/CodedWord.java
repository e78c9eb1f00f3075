package dev.pickup.media.speech.scripted;

import java.nio.charset.StandardCharsets;

/// What one frame says: a word of an utterance, and how far into the word the frame is.
///
/// @param utterance tells utterances of one leg apart
/// @param index of the word, from 0
/// @param frame of this word's frames, from 0
/// @param frames how many frames the word lasts
/// @param joined the word goes on where the one before it ends, with no space
/// @param text at most [CodedFrame#MAX_TEXT_BYTES] as UTF-8
record CodedWord(int utterance, int index, int frame, int frames, boolean joined, String text) {
    CodedWord {
        if (frame < 0 || frame >= frames || frames > 255 || index < 0 || index > 65_535) {
            throw new IllegalArgumentException("No such frame of a word.");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > CodedFrame.MAX_TEXT_BYTES) {
            throw new IllegalArgumentException("The word is too long for a frame.");
        }
    }

    /// True for the frames that make the word heard.
    boolean isHeard() {
        return frame >= frames / 2;
    }
}
