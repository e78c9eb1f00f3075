package dev.pickup.media.speech.offline;

/// A robotic but clear man who needs no model files and no warming up: a voice for simulated callers by the dozen.
/// Any thread; one text at a time.
public final class QuickCallerVoice {
    private final KevinSynthesizer voice = new KevinSynthesizer();

    /// Says `text`: 16 kHz mono, without silence at its ends; empty when nothing in it makes a sound.
    public short[] speak(String text) {
        String sayable = Sayable.of(text);
        return sayable.isEmpty() ? new short[0] : Sound.trimmed(voice.say(sayable));
    }
}
