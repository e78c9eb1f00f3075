package dev.pickup.media.speaking;

import dev.pickup.media.audio.AudioFrame;

/// The way to the caller's ear, as the carrier's socket leads there.
///
/// Threads: the call's loop only; never blocks. Ends: never throws. A line that is closed drops what it is given; one
/// whose other end does not read is closed, and the socket says so.
public interface OutputLine {
    /// 20 ms, to be heard after all that was sent before.
    void audio(AudioFrame frame);

    /// Asks to be told, by this name, when all that was sent before has been heard.
    void mark(String name);

    /// Throws away what was sent and not heard yet.
    void clear();
}
