package dev.pickup.media.turn;

import dev.pickup.media.turn.Utterance.After;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The first words, of a new call and of one that another task held before, and the limits of its length. Not
/// thread-safe.
final class Beginning {
    /// The warning comes this long before the end.
    private static final Duration WARNING_BEFORE = Duration.ofSeconds(30);

    private final TurnSettings settings;
    private final Timers timers;
    private final Dialogue dialogue;
    private final Speaking speaking;
    private final Answering answering;

    Beginning(TurnSettings settings, Timers timers, Dialogue dialogue, Speaking speaking, Answering answering) {
        this.settings = settings;
        this.timers = timers;
        this.dialogue = dialogue;
        this.speaking = speaking;
        this.answering = answering;
    }

    void opened(boolean resumed, Effects out) {
        long endMs = settings.maxDuration().toMillis();
        timers.arm(Timer.LONGEST_CALL, endMs, out);
        if (out.nowMs() < endMs - WARNING_BEFORE.toMillis()) {
            timers.arm(Timer.WARNING, endMs - WARNING_BEFORE.toMillis(), out);
        }
        if (!resumed) {
            List<Clause> clauses = new ArrayList<>(Clause.all(settings.greeting(), false));
            clauses.addAll(Clause.all(settings.disclosure(), true));
            speaking.greet(clauses, out);
        } else if (dialogue.answerOwed()) {
            speaking.phrase(Priority.ANSWER, new After.Listen(), Phrases.CUT_OFF, out);
            answering.answer(new TurnLedger(out.nowUs(), out.nowUs(), out.nowUs()), out);
        } else {
            speaking.phrase(Priority.ANSWER, new After.Listen(), Phrases.CUT_OFF_GO_ON, out);
        }
    }
}
