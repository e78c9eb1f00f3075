package dev.pickup.simulators.caller;

/// The bytes are not a WAV file that can be played. The message is a sentence for the person who gave the file.
public final class NotAWavException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAWavException(String sentence) {
        super(sentence);
    }
}
