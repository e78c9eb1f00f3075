package dev.pickup.simulators.caller;

/// What was really said and heard in one call, from the answer on. Both sides begin at the same instant. Immutable.
///
/// @param caller what the caller said
/// @param agent  what the caller heard
public record CallRecording(Pcm caller, Pcm agent) {
    /// A stereo WAV file, 16-bit, 16 kHz: caller left, agent right.
    public byte[] toWav() {
        return WavFile.stereo(caller, agent);
    }
}
