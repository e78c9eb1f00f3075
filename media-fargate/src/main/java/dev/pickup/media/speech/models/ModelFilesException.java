package dev.pickup.media.speech.models;

/// The model files are not what they must be. The message is one sentence or two for the operator: what, and
/// what to do.
public final class ModelFilesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelFilesException(String message) {
        super(message);
    }

    ModelFilesException(String message, Throwable cause) {
        super(message, cause);
    }
}
