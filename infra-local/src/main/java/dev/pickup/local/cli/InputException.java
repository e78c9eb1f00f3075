package dev.pickup.local.cli;

/// Something that the person at the terminal gave is wrong. The message is one sentence that says how to mend it.
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String sentence) {
        super(sentence);
    }

    InputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
