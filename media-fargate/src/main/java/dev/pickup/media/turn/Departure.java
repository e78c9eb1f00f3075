package dev.pickup.media.turn;

import dev.pickup.core.call.CallOutcome;
import dev.pickup.media.turn.Utterance.After;
import java.util.Optional;

/// How a conversation ends: last sentences that nobody interrupts, hanging up, and what the call came to. Not
/// thread-safe.
final class Departure {
    /// A last sentence takes no longer. Chosen.
    private static final long LAST_SENTENCE_MS = 15_000;

    private final TurnSettings settings;
    private final Timers timers;
    private final Dialogue dialogue;
    private final Listening listening;
    private final Speaking speaking;
    private final Replying replying;
    private final Tools tools;
    private Phase phase = Phase.TALKING;

    private enum Phase {
        TALKING,
        /// The last sentence is being said; nobody interrupts it.
        PARTING,
        /// The same, because something is broken for good.
        APOLOGIZING,
        OVER
    }

    Departure(
            TurnSettings settings,
            Timers timers,
            Dialogue dialogue,
            Listening listening,
            Speaking speaking,
            Replying replying,
            Tools tools) {
        this.settings = settings;
        this.timers = timers;
        this.dialogue = dialogue;
        this.listening = listening;
        this.speaking = speaking;
        this.replying = replying;
        this.tools = tools;
    }

    /// The conversation goes on: no last sentence yet.
    boolean talking() {
        return phase == Phase.TALKING;
    }

    boolean over() {
        return phase == Phase.OVER;
    }

    /// Something is broken for good: say so in words made beforehand, and lead the caller out.
    void giveUp(Effects out) {
        if (phase == Phase.APOLOGIZING) {
            after(
                    settings.hasFallback() ? new After.Transfer(EndReason.FAILED) : new After.HangUp(EndReason.FAILED),
                    out);
            return;
        }
        lastSentence(Phase.APOLOGIZING, out);
        if (settings.hasFallback()) {
            speaking.sayClip(new After.Transfer(EndReason.FAILED), Phrases.APOLOGY_TRANSFER, out);
        } else {
            speaking.sayClip(new After.HangUp(EndReason.FAILED), Phrases.APOLOGY_GOODBYE, out);
        }
    }

    /// Says a last sentence that nobody interrupts.
    void part(After after, String phrase, Effects out) {
        if (phase == Phase.TALKING) {
            lastSentence(Phase.PARTING, out);
            speaking.phrase(Priority.APOLOGY, after, phrase, out);
        }
    }

    /// The caller asked for a person by a key: say so, and connect them.
    void toPerson(Effects out) {
        part(new After.Transfer(EndReason.AGENT_HUNG_UP), Phrases.CONNECTING, out);
    }

    /// The last sentence took too long: end it anyway.
    void overdue(Effects out) {
        hangUp(phase == Phase.APOLOGIZING ? EndReason.FAILED : EndReason.MAX_DURATION, out);
    }

    /// An utterance was heard to its end: what was to follow.
    void after(After after, Effects out) {
        switch (after) {
            case After.Listen _ -> {}
            case After.HangUp(EndReason reason) -> hangUp(reason, out);
            case After.Transfer(EndReason reason) -> {
                close(out);
                out.add(new Command.TransferToFallback());
                out.add(new Command.Finish(reason, CallOutcome.TRANSFERRED.wireName()));
            }
        }
    }

    void hangUp(EndReason reason, Effects out) {
        close(out);
        out.add(new Command.HangUp());
        out.add(new Command.Finish(reason, outcome(reason).wireName()));
    }

    /// The caller's leg is gone, or another's.
    void finish(EndReason reason, Effects out) {
        close(out);
        out.add(new Command.Finish(reason, outcome(reason).wireName()));
    }

    private void lastSentence(Phase next, Effects out) {
        drop(out);
        speaking.makeWay(Priority.APOLOGY, out);
        phase = next;
        timers.arm(Timer.LAST_RESORT, out.nowMs() + LAST_SENTENCE_MS, out);
    }

    private void drop(Effects out) {
        replying.cancel(out);
        replying.discardSpeculation(out);
        listening.forget(out);
        timers.cancel(Timer.BARGE_IN, out);
    }

    /// Ends everything; what was said and heard until now is journaled.
    private void close(Effects out) {
        Optional<CallerTurn> open = listening.open().filter(CallerTurn::hasWords);
        open.filter(turn -> phase == Phase.TALKING && !Words.isBackchannel(turn.text()))
                .ifPresent(turn -> dialogue.caller(turn.text(), turn.startMs(), turn.lastSpeechMs(), out));
        drop(out);
        speaking.silence(out);
        timers.cancelAll(out);
        phase = Phase.OVER;
    }

    private CallOutcome outcome(EndReason reason) {
        if (reason == EndReason.FAILED) {
            return CallOutcome.FAILED;
        }
        if (tools.booked()) {
            return CallOutcome.BOOKED;
        }
        if (tools.messageTaken()) {
            return CallOutcome.MESSAGE_TAKEN;
        }
        return dialogue.callerSpoke() ? CallOutcome.COMPLETED : CallOutcome.ABANDONED;
    }
}
