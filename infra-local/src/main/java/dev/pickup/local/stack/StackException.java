package dev.pickup.local.stack;

/// The stack cannot start or go on. The message is one sentence for a person that says how to mend it; `code` is
/// stable.
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    /// What is wrong.
    public enum Code {
        PORT_BUSY,
        DATA_FOLDER_BUSY,
        DATA_FOLDER_FOREIGN,
        DATA_FOLDER_UNUSABLE,
        ENGINES_NOT_AVAILABLE,
        MODELS_MISSING,
        START_FAILED
    }

    public StackException(Code code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public StackException(Code code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
