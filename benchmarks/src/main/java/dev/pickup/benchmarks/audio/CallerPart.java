package dev.pickup.benchmarks.audio;

import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.caller.Pcm;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// What the caller says on every line: a question, a wish with a pause to think in the middle, and an interruption.
///
/// @param script to be played
/// @param words  that are said in it
record CallerPart(CallerScript script, List<String> words) {
    private static final String QUESTION = "What are your opening hours?";
    private static final String WISH = "I would like to come in, on Tuesday afternoon please.";
    private static final String INTERRUPTION = "Sorry, where can I park my car?";

    /// Longer than most people pause inside a sentence; whoever answers into it has cut them off. Chosen.
    private static final Duration PAUSE = Duration.ofMillis(600);

    private static final Duration BEFORE_INTERRUPTION = Duration.ofMillis(1_200);

    /// From the end of the interruption on: an answer has begun by then, and its rest tells nothing more.
    private static final Duration LAST_ANSWER = Duration.ofMillis(3_500);

    CallerPart {
        words = List.copyOf(words);
    }

    static CallerPart spokenBy(Function<String, short[]> voice) {
        CallerScript script = CallerScript.of(
                        new CallerStep.Play(Pcm.of(voice.apply(QUESTION))),
                        new CallerStep.Play(Pcm.of(Hesitation.in(voice.apply(WISH), PAUSE))),
                        new CallerStep.InterruptAfter(
                                BEFORE_INTERRUPTION, new CallerStep.Play(Pcm.of(voice.apply(INTERRUPTION)))),
                        new CallerStep.Wait(LAST_ANSWER),
                        new CallerStep.HangUp())
                .withPatience(Duration.ofSeconds(8));
        return new CallerPart(script, Words.of(String.join(" ", QUESTION, WISH, INTERRUPTION)));
    }
}
