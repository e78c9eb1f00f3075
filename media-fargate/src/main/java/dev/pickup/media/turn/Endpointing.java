package dev.pickup.media.turn;

import java.util.OptionalDouble;

/// How long a caller's silence must last before their turn is over. Pure: evidence in, silence out.
///
/// Words say what is missing ([Thought]); how the voice fell says whether more was meant ([Fact.Intonation]); an
/// end-of-turn model, if there is one, has heard both; and the caller's own pauses say what a pause means with them
/// ([Pace]). Each multiplies the silence that the words ask for, none decides alone.
final class Endpointing {
    /// Voice activity itself needs about 100 ms; below this, gaps inside words would end turns.
    static final long LEAST_MS = 250;

    /// Above this a caller says "hello?".
    static final long MOST_MS = 3_000;

    private Endpointing() {}

    /// What is known in a pause.
    ///
    /// @param finality  -1: the voice is held up, 0: nothing known, 1: it fell as at an end
    /// @param endOfTurn the model's probability that the turn is over
    record Evidence(Thought thought, double finality, OptionalDouble endOfTurn) {}

    /// Silence from the last speech sample on.
    static long silenceMs(Evidence evidence, Pace pace) {
        double silence = evidence.thought().silenceMs()
                * byMelody(evidence)
                * byModel(evidence.endOfTurn())
                * (evidence.thought() == Thought.UNSURE && pace.brisk() ? 0.8 : 1);
        return Math.clamp(Math.round(Math.max(silence, byPace(evidence.thought(), pace))), LEAST_MS, MOST_MS);
    }

    /// A third more when the voice was held, a quarter less when it fell and the words are complete: published
    /// tests find the end of turns right in two of three cases by melody alone, so it must not weigh more. Where
    /// the words leave it open, a fall takes off nothing: people let the voice fall in front of a pause to think,
    /// too. Dictated digits have a melody of their own.
    private static double byMelody(Evidence evidence) {
        if (evidence.thought() == Thought.DICTATING) {
            return 1;
        }
        double finality = evidence.finality();
        if (finality < 0) {
            return 1 - 0.33 * finality;
        }
        return evidence.thought() == Thought.COMPLETE ? 1 - 0.25 * finality : 1;
    }

    /// From twice as long to little more than half.
    private static double byModel(OptionalDouble endOfTurn) {
        if (endOfTurn.isEmpty()) {
            return 1;
        }
        double over = endOfTurn.getAsDouble();
        return over >= 0.5 ? 1 - 0.9 * (over - 0.5) : 1 + 2 * (0.5 - over);
    }

    /// A complete thought needs less of the caller's usual pause: people pause within thoughts.
    private static double byPace(Thought thought, Pace pace) {
        return switch (thought) {
            case COMPLETE -> Math.min(0.6 * pace.usualMs(), 700);
            case LIKELY -> Math.min(0.8 * pace.usualMs(), 1_000);
            case UNSURE -> Math.min(1.1 * pace.usualMs(), 1_600);
            case MORE_MAY_COME, HANGING, DICTATING -> 1.4 * pace.usualMs();
        };
    }
}
