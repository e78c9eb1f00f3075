package dev.pickup.media.turn;

import dev.pickup.media.turn.Utterance.After;
import java.util.Optional;

/// What follows when the caller's turn is over: an answer, once; given anew as long as nothing of it was heard and
/// the caller goes on, the recognizer corrects itself, or it got lost on its way out. Not thread-safe.
final class Answering {
    /// Turns in a row that nobody understood before we stop asking. Chosen.
    private static final int MOST_MISUNDERSTOOD = 3;

    /// Nobody answers what they have heard so little of. Chosen.
    private static final long CUT_IN_MS = 500;

    private final Dialogue dialogue;
    private final CallerLanguage language;
    private final Listening listening;
    private final Speaking speaking;
    private final Replying replying;
    private final BargeIn bargeIn;
    private final Presence presence;
    private final Departure departure;
    private long answeredUpToMs;
    private int misunderstood;
    private int lost;

    Answering(
            Dialogue dialogue,
            CallerLanguage language,
            Listening listening,
            Speaking speaking,
            Replying replying,
            BargeIn bargeIn,
            Presence presence,
            Departure departure) {
        this.dialogue = dialogue;
        this.language = language;
        this.listening = listening;
        this.speaking = speaking;
        this.replying = replying;
        this.bargeIn = bargeIn;
        this.presence = presence;
        this.departure = departure;
    }

    void turnOver(CallerTurn turn, long declaredUs, Effects out) {
        boolean overUs = !speaking.idle() && speaking.audible();
        if (!departure.talking() || (overUs && bargeIn.isBackchannel(turn.text()))) {
            return;
        }
        misunderstood = 0;
        lost = 0;
        language.heard(turn);
        presence.callerActive();
        bargeIn.callerHadTurn(out);
        boolean goesOn = goesOn();
        if (goesOn || cutIn(turn)) {
            listening.pace().cutOff(turn.startMs() - answeredUpToMs);
        }
        answeredUpToMs = turn.lastSpeechMs();
        replying.cancel(out);
        speaking.makeWay(Priority.ANSWER, out);
        if (goesOn) {
            dialogue.callerGoesOn(dialogue.lastCallerTurn().orElseThrow(), turn.text(), turn.lastSpeechMs(), out);
        } else {
            dialogue.caller(turn.text(), turn.startMs(), turn.lastSpeechMs(), out);
        }
        answer(new TurnLedger(turn.lastSpeechMs() * 1_000, declaredUs, out.nowUs()), out);
    }

    /// The recognizer's last word came after we had begun to answer its next to last. As long as nothing was heard
    /// of the answer, it is given anew; afterwards only memory and transcript are mended.
    void corrected(CallerTurn turn, String wrong, Effects out) {
        if (!departure.talking() || !dialogue.correct(wrong, turn.text(), turn.lastSpeechMs(), out)) {
            return;
        }
        boolean otherLanguage = language.corrected(turn);
        if ((otherLanguage || !Words.same(wrong, turn.text())) && replying.pristine()) {
            replying.cancel(out);
            speaking.makeWay(Priority.ANSWER, out);
            answerAnew(turn.lastSpeechMs(), out);
        }
    }

    void pressed(DigitInput.Pressed pressed, Effects out) {
        if (!departure.talking()) {
            return;
        }
        presence.callerActive();
        replying.cancel(out);
        speaking.makeWay(Priority.ANSWER, out);
        dialogue.digits(pressed.digits(), pressed.startMs(), pressed.endMs(), out);
        answer(new TurnLedger(pressed.endMs() * 1_000, out.nowUs(), out.nowUs()), out);
    }

    void notUnderstood(Effects out) {
        if (!departure.talking() || !speaking.idle()) {
            return;
        }
        misunderstood++;
        if (misunderstood >= MOST_MISUNDERSTOOD) {
            departure.giveUp(out);
        } else {
            speaking.phrase(Priority.ANSWER, new After.Listen(), Phrases.NOT_UNDERSTOOD, out);
        }
    }

    /// Something was made and did not reach the caller: what was to follow it follows now; an answer is given once
    /// more.
    void lost(Utterance utterance, Effects out) {
        if (!(utterance.after() instanceof After.Listen)) {
            departure.after(utterance.after(), out);
        } else if (departure.talking() && replying.latest().equals(Optional.of(utterance))) {
            replying.cancel(out);
            if (lost++ > 0) {
                departure.giveUp(out);
            } else {
                answerAnew(answeredUpToMs, out);
            }
        }
    }

    void answer(TurnLedger ledger, Effects out) {
        settled(replying.start(ledger, out), out);
    }

    void settled(Replying.Outcome outcome, Effects out) {
        switch (outcome) {
            case Replying.Outcome.GoOn _ -> {}
            case Replying.Outcome.GaveUp _ -> departure.giveUp(out);
        }
    }

    /// The caller's turn may be over: the model begins on what was said, and we say nothing of it yet.
    void thinkAhead(Effects out) {
        if (speaking.idle()) {
            listening.likelyOver().ifPresent(turn -> replying.speculate(askedIf(turn), true, out));
            listening.perhapsOver().ifPresent(turn -> replying.speculate(askedIf(turn), false, out));
        }
    }

    private Asked askedIf(CallerTurn over) {
        return new Asked(dialogue.linesIf(over.text(), goesOn()), language.spokenAfter(over));
    }

    private void answerAnew(long lastSpeechMs, Effects out) {
        answer(new TurnLedger(lastSpeechMs * 1_000, out.nowUs(), out.nowUs()), out);
    }

    /// The caller began when we had hardly begun: we had taken their pause for the end.
    private boolean cutIn(CallerTurn turn) {
        return replying.latest()
                .filter(u -> u.begun() && turn.startMs() - u.startMs() < CUT_IN_MS)
                .filter(_ -> turn.startMs() > answeredUpToMs)
                .isPresent();
    }

    /// The reply to the caller's last turn was not heard: what they say now belongs to that turn.
    private boolean goesOn() {
        return replying.latest().filter(u -> !u.begun()).isPresent()
                && dialogue.lastCallerTurn().isPresent();
    }
}
