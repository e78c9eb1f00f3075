package dev.pickup.media.speech.offline;

/// A voice: text in, sound out. Blocks until all of it is made; any thread, further texts wait.
interface Synthesizer {
    /// Says `text`, which holds only what [Sayable] lets through. 16 kHz mono.
    short[] say(String text) throws InterruptedException;

    /// As it appears in the journal, e.g. `flite-slt`.
    String name();
}
