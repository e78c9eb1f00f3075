package dev.pickup.media.speaking;

import dev.pickup.media.audio.AudioFrame;

/// The way to the caller's ear. Never blocks; what cannot be sent any more is dropped by a line that is closed.
public interface OutputLine {
    /// 20 ms, to be heard after all that was sent before.
    void audio(AudioFrame frame);

    /// Asks to be told, by this name, when all that was sent before has been heard.
    void mark(String name);

    /// Throws away what was sent and not heard yet.
    void clear();
}
