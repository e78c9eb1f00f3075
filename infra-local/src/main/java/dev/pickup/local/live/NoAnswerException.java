package dev.pickup.local.live;

/// A running stack does not answer, or not as it should. The message is a sentence for the person at the terminal.
public final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String sentence) {
        super(sentence);
    }

    NoAnswerException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
