package dev.pickup.media.speech.offline;

import dev.pickup.media.speech.models.ModelFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All offline voices by name, with a common cache. What they say comes without silence at its ends.
final class Voices {
    /// A statistical woman's voice: it says a second of speech in 0.1 s of one core, once the JVM has compiled
    /// it.
    static final String AGENT = "flite-slt";
    /// A statistical man's voice, the one that Moonshine understands best (measured over 20 sentences).
    static final String CALLER = "flite-rms";
    /// What a caller says with while the machine is too slow for the better voice.
    static final String QUICK_CALLER = "freetts-kevin16";
    /// A robotic man's voice: 10 ms a sentence, at once.
    static final String QUICK = "flite-kal16";

    private final Map<String, Synthesizer> synthesizers;
    private final SoundCache cache = new SoundCache();
    private final Pace pace = new Pace();
    private final LongSupplier nanoTime;

    /// @param nanoTime times what the voices do
    Voices(ModelFiles files, int atOnce, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        FliteSynthesizer.Program flite = new FliteSynthesizer.Program(files.flite(), atOnce);
        Stream<Synthesizer> all = Stream.concat(
                Stream.of(new KevinSynthesizer()),
                List.of("slt", "rms", "awb", "kal16").stream().map(voice -> new FliteSynthesizer(flite, voice)));
        synthesizers = all.collect(Collectors.toUnmodifiableMap(Synthesizer::name, Function.identity()));
    }

    /// The voice of this name, or the agent's when there is none.
    String known(String name) {
        return synthesizers.containsKey(name) ? name : AGENT;
    }

    /// True for the voices that need a tenth of the time that they speak, instead of a hundredth.
    static boolean isThorough(String voice) {
        return !voice.equals(QUICK) && !voice.equals(QUICK_CALLER);
    }

    Optional<short[]> remembered(String voice, String text) {
        return cache.find(voice, text);
    }

    /// Says `text`, which [Sayable] let through. The array is shared: not to be changed.
    short[] say(String voice, String text) throws InterruptedException {
        Optional<short[]> remembered = cache.find(voice, text);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        short[] sound = sayAfresh(voice, text);
        cache.add(voice, text, sound);
        return sound;
    }

    /// Like [#say], but neither looks into the cache nor adds to it.
    short[] sayAfresh(String voice, String text) throws InterruptedException {
        long begun = nanoTime.getAsLong();
        short[] sound = Sound.trimmed(named(voice).say(text));
        if (isThorough(voice)) {
            pace.record(nanoTime.getAsLong() - begun, sound.length);
        }
        return sound;
    }

    /// False while a thorough voice would come late: the JVM has not compiled it yet, or the machine is too
    /// busy.
    boolean areQuickEnough() {
        return pace.isQuickEnough();
    }

    private Synthesizer named(String voice) {
        Synthesizer synthesizer = synthesizers.get(voice);
        if (synthesizer == null) {
            throw new IllegalArgumentException("There is no offline voice of this name.");
        }
        return synthesizer;
    }
}
