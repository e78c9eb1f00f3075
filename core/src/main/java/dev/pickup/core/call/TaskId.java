package dev.pickup.core.call;

/// Names a media task: one running process that holds calls. A restarted task is another one.
public record TaskId(String value) {
    public TaskId {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("A task id has 1 to 200 characters.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
