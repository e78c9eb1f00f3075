package dev.pickup.benchmarks.load;

import dev.pickup.media.audio.AudioFrame;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// What callers say, made once for all of them.
///
/// @param turns         one after the other, then from the first again
/// @param interruptions said over the agent's voice
/// @param silence       a line's own noise, at -60 dBFS: base64 of frames, to be repeated
record CallerLines(List<SpokenLine> turns, List<SpokenLine> interruptions, List<String> silence) {
    private static final List<String> TURNS = List.of(
            "What are your opening hours?",
            "Do you have anything free on Tuesday afternoon?",
            "Three o'clock would be great.",
            "My name is Sarah Miller.",
            "Could you tell me how much a first visit costs?",
            "I would like to change my appointment to next week, please.",
            "Is there a place to park near the clinic?",
            "Yes, please.",
            "Can I bring my son along as well?",
            "Thank you, that is all I wanted to know.");
    private static final List<String> INTERRUPTIONS = List.of(
            "Sorry, can I stop you there for a moment?",
            "Wait, that day does not work for me.",
            "No, I meant the other doctor, please.");

    private static final int NOISE_FRAMES = 100;
    private static final double NOISE = 32.8;

    CallerLines {
        turns = List.copyOf(turns);
        interruptions = List.copyOf(interruptions);
        silence = List.copyOf(silence);
    }

    static CallerLines spokenBy(Function<String, short[]> voice) {
        return new CallerLines(spoken(TURNS, voice), spoken(INTERRUPTIONS, voice), SpokenLine.encoded(noise()));
    }

    /// The same, each announced.
    CallerLines announced() {
        return new CallerLines(
                turns.stream().map(SpokenLine::announced).toList(),
                interruptions.stream().map(SpokenLine::announced).toList(),
                silence);
    }

    private static List<SpokenLine> spoken(List<String> texts, Function<String, short[]> voice) {
        return texts.stream()
                .map(text -> SpokenLine.of(text, voice.apply(text)))
                .toList();
    }

    private static short[] noise() {
        Random random = new Random(1);
        short[] samples = new short[NOISE_FRAMES * AudioFrame.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(NOISE * random.nextGaussian());
        }
        return samples;
    }
}
