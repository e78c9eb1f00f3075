package dev.pickup.media.speech.offline;

/// Another voice than the agent's, for simulated callers. Any thread; several at once.
public final class OfflineCallerVoice {
    private final Voices voices;

    OfflineCallerVoice(Voices voices) {
        this.voices = voices;
    }

    /// Says `text`: 16 kHz mono, the caller's to keep; empty when nothing in it makes a sound. Blocks until all
    /// is made.
    public short[] speak(String text) {
        String sayable = Sayable.of(text);
        try {
            return sayable.isEmpty()
                    ? new short[0]
                    : voices.say(Voices.CALLER, sayable).clone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The caller's voice was interrupted.", e);
        }
    }
}
