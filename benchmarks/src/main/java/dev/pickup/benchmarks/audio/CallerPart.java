package dev.pickup.benchmarks.audio;

import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.caller.Pcm;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// What the caller says on every line: a question, a wish with a pause to think in the middle, and an interruption.
///
/// @param script to be played
/// @param words  that are said in it
record CallerPart(CallerScript script, List<String> words) {
    private static final String QUESTION = "What are your opening hours?";
    private static final String WISH = "I would like to come in";
    private static final String REST_OF_WISH = "on Tuesday afternoon please.";
    private static final String INTERRUPTION = "Sorry, where can I park my car?";

    /// Longer than most people pause inside a sentence; whoever answers into it has cut them off. Chosen.
    private static final Duration PAUSE = Duration.ofMillis(600);

    private static final Duration BEFORE_INTERRUPTION = Duration.ofMillis(1_200);

    CallerPart {
        words = List.copyOf(words);
    }

    static CallerPart spokenBy(Function<String, short[]> voice) {
        Pcm wish = joined(voice.apply(WISH), voice.apply(REST_OF_WISH));
        CallerScript script = CallerScript.of(
                        new CallerStep.Play(Pcm.of(voice.apply(QUESTION))),
                        new CallerStep.Play(wish),
                        new CallerStep.InterruptAfter(
                                BEFORE_INTERRUPTION, new CallerStep.Play(Pcm.of(voice.apply(INTERRUPTION)))))
                .withPatience(Duration.ofSeconds(8));
        return new CallerPart(script, Words.of(String.join(" ", QUESTION, WISH, REST_OF_WISH, INTERRUPTION)));
    }

    private static Pcm joined(short[] first, short[] second) {
        int pause = Math.toIntExact(PAUSE.toMillis()) * Pcm.SAMPLES_PER_MS;
        short[] all = Arrays.copyOf(first, first.length + pause + second.length);
        System.arraycopy(second, 0, all, first.length + pause, second.length);
        return Pcm.of(all);
    }
}
