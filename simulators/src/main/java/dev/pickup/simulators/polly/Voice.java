package dev.pickup.simulators.polly;

/// Makes a text sound. Any thread; may block.
public interface Voice {
    /// All of `text`, mono at 16,000 Hz, the reader's to keep; empty when nothing in it makes a sound.
    short[] say(String text, String voiceId);
}
