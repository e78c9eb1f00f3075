package dev.pickup.media.turn;

import dev.pickup.core.call.CallOutcome;
import dev.pickup.core.call.Turn;
import dev.pickup.media.turn.Endpointing.Asked;
import dev.pickup.media.turn.Utterance.After;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One call's turn taking: facts in, commands out.
///
/// Deterministic: the same facts at the same times give the same commands, so a journal can be replayed. Times
/// never go
/// back. After `Finish` every step is empty. Not thread-safe: one loop owns it.
public final class Conversation {
    /// The warning comes this long before the end.
    private static final Duration WARNING_BEFORE = Duration.ofSeconds(30);

    /// A last sentence takes no longer. Chosen.
    private static final long LAST_SENTENCE_MS = 15_000;

    /// Turns in a row that nobody understood before we stop asking. Chosen.
    private static final int MOST_MISUNDERSTOOD = 3;

    /// Recognizer streams that may break in one call. Chosen.
    private static final int MOST_RECOGNIZER_FAULTS = 3;

    private final TurnSettings settings;
    private final Timers timers = new Timers();
    private final Dialogue dialogue;
    private final Listening listening;
    private final Speaking speaking;
    private final Tools tools;
    private final Replying replying;
    private final BargeIn bargeIn;
    private final DigitInput digits;
    private final Presence presence;
    private Phase phase = Phase.TALKING;
    private Optional<Utterance> reply = Optional.empty();
    private int misunderstood;
    private int recognizerFaults;
    private boolean warningDue;

    private enum Phase {
        TALKING,
        /// The last sentence is being said; nobody interrupts it.
        PARTING,
        /// The same, because something is broken for good.
        APOLOGIZING,
        OVER
    }

    /// @param turnsSoFar what earlier tasks heard and said
    public Conversation(TurnSettings settings, List<Turn> turnsSoFar) {
        TurnSettings.Waits waits = settings.waits();
        this.settings = settings;
        this.dialogue = new Dialogue(turnsSoFar);
        this.listening = new Listening(waits, timers);
        this.speaking = new Speaking(waits, timers, dialogue);
        this.tools = new Tools(waits, timers, dialogue);
        this.replying = new Replying(waits, timers, dialogue, speaking, tools);
        this.bargeIn = new BargeIn(waits, timers, dialogue, listening, speaking, replying);
        this.digits = new DigitInput(waits, timers);
        this.presence = new Presence(settings, timers);
    }

    /// Takes one fact at `nowUs` (us since the answer); returns what shall be done, in order.
    public List<Command> step(Fact fact, long nowUs) {
        Effects out = new Effects(nowUs);
        if (phase != Phase.OVER) {
            take(fact, out);
        }
        if (phase != Phase.OVER) {
            settle(out);
        }
        return out.commands();
    }

    /// Which timers are armed, and when they are due (ms since the answer).
    public Map<Timer, Long> timers() {
        return timers.pending();
    }

    /// Nobody has the floor and nothing is owed: the moment to hand a call over.
    public boolean quiet() {
        return phase == Phase.TALKING && floorIsFree();
    }

    private boolean floorIsFree() {
        return listening.quiet() && replying.idle() && speaking.idle() && digits.idle();
    }

    /// Whether `Finish` was given.
    public boolean over() {
        return phase == Phase.OVER;
    }

    private void take(Fact fact, Effects out) {
        switch (fact) {
            case Fact.Opened(boolean resumed) -> open(resumed, out);
            case Fact.FromCaller caller -> hear(caller, out);
            case Fact.FromModel model -> settled(replying.on(model, out), out);
            case Fact.ToolAnswered answered -> {
                if (tools.answered(answered, out)) {
                    settled(replying.toolsSettled(out), out);
                }
            }
            case Fact.FromVoice voice -> voice(voice, out);
            case Fact.FromOutput output -> output(output, out);
            case Fact.TimerFired(Timer timer) -> {
                if (timers.take(timer, out.nowMs())) {
                    fire(timer, out);
                }
            }
            case Fact.SocketClosed(boolean callOver) ->
                finish(callOver ? EndReason.CALLER_HUNG_UP : EndReason.HANDED_OVER, out);
            case Fact.ShutDown(boolean handOver) -> {
                if (handOver) {
                    finish(EndReason.HANDED_OVER, out);
                } else {
                    hangUp(EndReason.SHUT_DOWN, out);
                }
            }
        }
    }

    private void open(boolean resumed, Effects out) {
        long endMs = settings.maxDuration().toMillis();
        timers.arm(Timer.LONGEST_CALL, endMs, out);
        if (out.nowMs() < endMs - WARNING_BEFORE.toMillis()) {
            timers.arm(Timer.WARNING, endMs - WARNING_BEFORE.toMillis(), out);
        }
        if (!resumed) {
            List<Clause> clauses = new ArrayList<>(clauses(settings.greeting(), false));
            clauses.addAll(clauses(settings.disclosure(), true));
            speaking.say(new After.Listen(), clauses, out);
        } else if (dialogue.answerOwed()) {
            speaking.say(new After.Listen(), clauses(Phrases.CUT_OFF, false), out);
            answer(new TurnLedger(out.nowUs(), out.nowUs(), out.nowUs()), out);
        } else {
            speaking.say(new After.Listen(), clauses(Phrases.CUT_OFF + " " + Phrases.GO_ON, false), out);
        }
    }

    private void hear(Fact.FromCaller fact, Effects out) {
        switch (fact) {
            case Fact.SpeechStarted(long atMs) -> {
                listening.speechStarted(atMs, out);
                bargeIn.speechStarted(out);
            }
            case Fact.SpeechPaused(long atMs) -> {
                listening.speechPaused(atMs, asked(), out);
                bargeIn.speechPaused(out);
            }
            case Fact.Transcribed transcribed -> heard(listening.transcribed(transcribed, asked(), out), out);
            case Fact.RecognizerFailed _ -> {
                recognizerFaults++;
                if (recognizerFaults >= MOST_RECOGNIZER_FAULTS) {
                    giveUp(out);
                } else {
                    out.add(new Command.RestartRecognizer());
                }
            }
            case Fact.Digit(char digit) -> {
                bargeIn.certain(out);
                listening.forget(out);
                digits.press(digit, out).ifPresent(pressed -> pressed(pressed, out));
            }
        }
    }

    private void heard(Listening.Outcome outcome, Effects out) {
        switch (outcome) {
            case Listening.Outcome.GoOn _ -> {}
            case Listening.Outcome.WordsHeard(String text) -> bargeIn.words(text, out);
            case Listening.Outcome.TurnOver(CallerTurn turn, long declaredUs) -> turnOver(turn, declaredUs, out);
            case Listening.Outcome.NotUnderstood _ -> notUnderstood(out);
        }
    }

    private void turnOver(CallerTurn turn, long declaredUs, Effects out) {
        boolean overUs = !speaking.idle() && speaking.audible();
        if (phase != Phase.TALKING || (overUs && Words.isBackchannel(turn.text()))) {
            return;
        }
        misunderstood = 0;
        presence.callerActive();
        boolean goesOn = reply.filter(u -> !u.begun()).isPresent()
                && dialogue.lastCallerTurn().isPresent();
        replying.cancel(out);
        speaking.dropUnheard(out);
        if (goesOn) {
            dialogue.callerGoesOn(dialogue.lastCallerTurn().orElseThrow(), turn.text(), turn.lastSpeechMs(), out);
        } else {
            dialogue.caller(turn.text(), turn.startMs(), turn.lastSpeechMs(), out);
        }
        answer(new TurnLedger(turn.lastSpeechMs() * 1_000, declaredUs, out.nowUs()), out);
    }

    private void pressed(DigitInput.Pressed pressed, Effects out) {
        if (phase != Phase.TALKING) {
            return;
        }
        presence.callerActive();
        replying.cancel(out);
        speaking.dropUnheard(out);
        dialogue.digits(pressed.digits(), pressed.startMs(), pressed.endMs(), out);
        answer(new TurnLedger(pressed.endMs() * 1_000, out.nowUs(), out.nowUs()), out);
    }

    private void answer(TurnLedger ledger, Effects out) {
        replying.start(ledger, out);
        reply = replying.utterance();
    }

    private void notUnderstood(Effects out) {
        if (phase != Phase.TALKING || !speaking.idle()) {
            return;
        }
        misunderstood++;
        if (misunderstood >= MOST_MISUNDERSTOOD) {
            giveUp(out);
        } else {
            speaking.say(new After.Listen(), clauses(Phrases.NOT_UNDERSTOOD, false), out);
        }
    }

    private void settled(Replying.Outcome outcome, Effects out) {
        switch (outcome) {
            case Replying.Outcome.GoOn _ -> reply = replying.utterance().or(() -> reply);
            case Replying.Outcome.GaveUp _ -> giveUp(out);
        }
    }

    private void voice(Fact.FromVoice fact, Effects out) {
        switch (fact) {
            case Fact.VoiceBegan began -> speaking.began(began, out);
            case Fact.ClauseMade made -> speaking.made(made, out);
            case Fact.VoiceDone(int _, long characters) -> out.add(new Command.NoteCharacters(characters));
            case Fact.VoiceFailed(int utterance, String _) -> {
                if (speaking.voiceFailed(utterance, out)) {
                    giveUp(out);
                }
            }
        }
    }

    private void output(Fact.FromOutput fact, Effects out) {
        switch (fact) {
            case Fact.FrameSent sent -> speaking.frameSent(sent, out);
            case Fact.ClauseSent sent -> speaking.clauseSent(sent, out);
            case Fact.ClausePlayed(int utterance, int clause) -> speaking.played(utterance, clause, out);
            case Fact.OutputHeld held -> bargeIn.outputHeld(held, out);
        }
    }

    private void fire(Timer timer, Effects out) {
        switch (timer) {
            case ENDPOINT -> heard(listening.endpoint(out), out);
            case TRANSCRIPT -> heard(listening.transcriptOverdue(out), out);
            case LONGEST_TURN -> heard(listening.turnTooLong(out), out);
            case DIGITS -> digits.over(out).ifPresent(pressed -> pressed(pressed, out));
            case BARGE_IN -> bargeIn.judge(out);
            case MODEL -> settled(replying.overdue(out), out);
            case TOOL -> {
                tools.overdue(out);
                settled(replying.toolsSettled(out), out);
            }
            case VOICE ->
                speaking.stuck().ifPresent(stuck -> {
                    if (speaking.voiceFailed(stuck.id(), out)) {
                        giveUp(out);
                    }
                });
            case MARK -> speaking.marksOverdue(out);
            case DEAD_AIR -> fill(out);
            case SILENCE -> silence(out);
            case WARNING -> warningDue = true;
            case LONGEST_CALL -> part(new After.HangUp(EndReason.MAX_DURATION), Phrases.TIME_IS_UP, out);
            case LAST_RESORT -> hangUp(phase == Phase.APOLOGIZING ? EndReason.FAILED : EndReason.MAX_DURATION, out);
        }
    }

    /// The caller waits and hears nothing: say that we are at it, or admit that we are not.
    private void fill(Effects out) {
        if (!presence.mayFill()) {
            giveUp(out);
            return;
        }
        Optional<Utterance> open =
                replying.utterance().filter(u -> speaking.current().equals(Optional.of(u)));
        if (open.isPresent()) {
            speaking.clause(open.get(), new Clause(Phrases.MOMENT, false), out);
        } else if (speaking.idle()) {
            speaking.say(new After.Listen(), clauses(Phrases.MOMENT, false), out);
        }
    }

    private void silence(Effects out) {
        if (presence.wasPrompted()) {
            speaking.say(new After.HangUp(EndReason.SILENCE), clauses(Phrases.SILENT_GOODBYE, false), out);
        } else {
            presence.prompted();
            speaking.say(new After.Listen(), clauses(Phrases.STILL_THERE, false), out);
        }
    }

    /// Something is broken for good: say so in words made beforehand, and lead the caller out.
    private void giveUp(Effects out) {
        if (phase == Phase.APOLOGIZING) {
            depart(settings.hasFallback() ? new After.Transfer() : new After.HangUp(EndReason.FAILED), out);
            return;
        }
        drop(out);
        phase = Phase.APOLOGIZING;
        timers.arm(Timer.LAST_RESORT, out.nowMs() + LAST_SENTENCE_MS, out);
        if (settings.hasFallback()) {
            speaking.sayClip(new After.Transfer(), Phrases.APOLOGY_TRANSFER, out);
        } else {
            speaking.sayClip(new After.HangUp(EndReason.FAILED), Phrases.APOLOGY_GOODBYE, out);
        }
    }

    /// Says a last sentence that nobody interrupts.
    private void part(After after, String sentence, Effects out) {
        if (phase != Phase.TALKING) {
            return;
        }
        drop(out);
        phase = Phase.PARTING;
        timers.arm(Timer.LAST_RESORT, out.nowMs() + LAST_SENTENCE_MS, out);
        speaking.say(after, clauses(sentence, true), out);
    }

    private void drop(Effects out) {
        replying.cancel(out);
        listening.forget(out);
        speaking.silence(out);
        timers.cancel(Timer.BARGE_IN, out);
    }

    /// What follows from the state alone.
    private void settle(Effects out) {
        for (Optional<Utterance> done = speaking.takeFinished(out);
                done.isPresent();
                done = speaking.takeFinished(out)) {
            depart(done.get().after(), out);
            if (phase == Phase.OVER) {
                return;
            }
        }
        boolean talking = phase == Phase.TALKING;
        boolean free = floorIsFree();
        if (free && talking && warningDue) {
            warningDue = false;
            speaking.say(new After.Listen(), clauses(Phrases.WARNING, false), out);
            free = false;
        }
        boolean ours = listening.closing() || !replying.idle() || !speaking.idle();
        boolean waiting = ours && !listening.talking() && !speaking.audible() && !speaking.held();
        presence.settle(free && talking, waiting && talking, out);
    }

    private void depart(After after, Effects out) {
        switch (after) {
            case After.Listen _ -> {}
            case After.HangUp(EndReason reason) -> hangUp(reason, out);
            case After.Transfer _ -> {
                close(out);
                out.add(new Command.TransferToFallback());
                out.add(new Command.Finish(EndReason.FAILED, CallOutcome.TRANSFERRED.wireName()));
            }
        }
    }

    private void hangUp(EndReason reason, Effects out) {
        close(out);
        out.add(new Command.HangUp());
        out.add(new Command.Finish(reason, outcome(reason).wireName()));
    }

    private void finish(EndReason reason, Effects out) {
        close(out);
        out.add(new Command.Finish(reason, outcome(reason).wireName()));
    }

    /// Ends everything; what was said and heard until now is journaled.
    private void close(Effects out) {
        listening.open().filter(CallerTurn::hasWords).ifPresent(turn -> {
            if (phase == Phase.TALKING && !Words.isBackchannel(turn.text())) {
                dialogue.caller(turn.text(), turn.startMs(), turn.lastSpeechMs(), out);
            }
        });
        drop(out);
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

    private Asked asked() {
        return Asked.by(dialogue.lastAgentText());
    }

    private static List<Clause> clauses(String text, boolean guarded) {
        return ClauseCutter.whole(text).stream()
                .map(piece -> new Clause(piece, guarded))
                .toList();
    }
}
