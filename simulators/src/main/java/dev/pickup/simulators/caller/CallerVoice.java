package dev.pickup.simulators.caller;

/// Turns a line of a script into sound. Whoever starts the exchange brings one.
public interface CallerVoice {
    /// Speaks `text`. Blocks until all of it is made. Called by any thread, several at once.
    ///
    /// @return the sound, 16 kHz mono; empty when there is nothing to say
    Pcm speak(String text);
}
