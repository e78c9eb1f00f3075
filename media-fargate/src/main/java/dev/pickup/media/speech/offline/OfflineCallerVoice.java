package dev.pickup.media.speech.offline;

import java.time.Duration;

/// Another voice than the agent's, for simulated callers. Any thread; several at once.
public final class OfflineCallerVoice {
    /// Longer than this nobody waits for the better voice: a caller who is silent is asked whether they are
    /// there.
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Voices voices;
    private final VoiceWarmUp warmUp;

    OfflineCallerVoice(Voices voices, VoiceWarmUp warmUp) {
        this.voices = voices;
        this.warmUp = warmUp;
    }

    /// Says `text`: 16 kHz mono, the caller's to keep; empty when nothing in it makes a sound. Blocks until all
    /// is made.
    public short[] speak(String text) {
        String sayable = Sayable.of(text);
        try {
            return sayable.isEmpty()
                    ? new short[0]
                    : voices.say(voice(), sayable).clone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The caller's voice was interrupted.", e);
        }
    }

    /// The one that is understood best, unless the machine is too slow for it.
    private String voice() throws InterruptedException {
        return warmUp.await(PATIENCE) && voices.areQuickEnough() ? Voices.CALLER : Voices.QUICK_CALLER;
    }
}
