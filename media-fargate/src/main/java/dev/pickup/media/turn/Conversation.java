package dev.pickup.media.turn;

import dev.pickup.core.call.Turn;
import dev.pickup.media.turn.Utterance.After;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One call's turn taking: facts in, commands out.
///
/// Deterministic: the same facts at the same times give the same commands, so a journal can be replayed. Times
/// never go
/// back. After `Finish` every step is empty. Not thread-safe: one loop owns it.
public final class Conversation {
    /// Recognizer streams that may break in one call. Chosen.
    private static final int MOST_RECOGNIZER_FAULTS = 3;

    private final TurnSettings settings;
    private final Timers timers = new Timers();
    private final Dialogue dialogue;
    private final Listening listening;
    private final Speaking speaking;
    private final Playing playing;
    private final Tools tools;
    private final Replying replying;
    private final BargeIn bargeIn;
    private final DigitInput digits;
    private final Presence presence;
    private final Departure departure;
    private final Answering answering;
    private final Silences silences;
    private final Beginning beginning;
    private int recognizerFaults;
    private boolean warningDue;

    /// @param turnsSoFar what earlier tasks heard and said
    public Conversation(TurnSettings settings, List<Turn> turnsSoFar) {
        TurnSettings.Waits waits = settings.waits();
        this.settings = settings;
        this.dialogue = new Dialogue(turnsSoFar);
        CallerLanguage language = new CallerLanguage(settings);
        this.listening = new Listening(settings, timers, language, this::asked, this::backchannel);
        SpeechQueue queue = new SpeechQueue();
        SpeechWatch watch = new SpeechWatch(waits, timers);
        this.playing = new Playing(queue, watch, dialogue);
        this.speaking = new Speaking(queue, playing, watch, dialogue, language);
        this.tools = new Tools(waits, timers, dialogue);
        this.replying = new Replying(settings, timers, dialogue, language, speaking, tools);
        this.bargeIn = new BargeIn(waits, timers, dialogue, listening, speaking, playing, replying);
        this.digits = new DigitInput(waits, timers);
        this.presence = new Presence(settings, timers);
        this.departure = new Departure(settings, timers, dialogue, listening, speaking, replying, tools);
        this.answering = new Answering(dialogue, language, listening, speaking, replying, bargeIn, presence, departure);
        this.silences = new Silences(waits, speaking, replying, presence, answering, departure);
        this.beginning = new Beginning(settings, timers, dialogue, speaking, answering);
    }

    /// Takes one fact at `nowUs` (us since the answer); returns what shall be done, in order.
    public List<Command> step(Fact fact, long nowUs) {
        Effects out = new Effects(nowUs);
        if (!departure.over()) {
            take(fact, out);
        }
        if (!departure.over()) {
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
        return departure.talking() && floorIsFree();
    }

    private boolean floorIsFree() {
        return listening.quiet() && replying.idle() && speaking.idle() && digits.idle();
    }

    /// Whether `Finish` was given.
    public boolean over() {
        return departure.over();
    }

    /// How many things it holds: lines of memory, clauses, tools, tokens. Bounded, whatever happens.
    int size() {
        return dialogue.size() + speaking.size() + tools.size() + replying.size();
    }

    private void take(Fact fact, Effects out) {
        switch (fact) {
            case Fact.Opened(boolean resumed) -> beginning.opened(resumed, out);
            case Fact.FromCaller caller -> hear(caller, out);
            case Fact.FromModel model -> answering.settled(replying.on(model, out), out);
            case Fact.ToolAnswered answered -> {
                if (tools.answered(answered, out)) {
                    answering.settled(replying.toolsSettled(out), out);
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
                departure.finish(callOver ? EndReason.CALLER_HUNG_UP : EndReason.HANDED_OVER, out);
            case Fact.ShutDown(boolean handOver) -> {
                if (handOver) {
                    departure.finish(EndReason.HANDED_OVER, out);
                } else {
                    departure.hangUp(EndReason.SHUT_DOWN, out);
                }
            }
        }
    }

    private void hear(Fact.FromCaller fact, Effects out) {
        switch (fact) {
            case Fact.SpeechStarted(long atMs) -> {
                listening.speechStarted(atMs, out);
                bargeIn.speechStarted(out);
            }
            case Fact.SpeechHushed(long atMs) -> listening.speechHushed(atMs);
            case Fact.SpeechPaused(long atMs) -> {
                listening.speechPaused(atMs, out);
                bargeIn.speechPaused(out);
            }
            case Fact.Intonation intonation -> listening.intonated(intonation);
            case Fact.EndOfTurnJudged judged -> listening.judged(judged, out);
            case Fact.Transcribed transcribed -> {
                recognizerFaults = transcribed.text().isBlank() ? recognizerFaults : 0;
                heard(listening.transcribed(transcribed, out), out);
            }
            case Fact.RecognizerFailed _ -> {
                recognizerFaults++;
                if (recognizerFaults >= MOST_RECOGNIZER_FAULTS) {
                    departure.giveUp(out);
                } else {
                    listening.recognizerBroke(out);
                }
            }
            case Fact.Digit(char digit) -> press(digit, out);
        }
    }

    private void press(char digit, Effects out) {
        if (digit == '0' && leadsToPerson()) {
            departure.toPerson(out);
            return;
        }
        bargeIn.certain(out);
        listening.forget(out);
        digits.press(digit, out).ifPresent(pressed -> answering.pressed(pressed, out));
    }

    /// Whether 0 means a person now, and is no digit of something longer.
    private boolean leadsToPerson() {
        return settings.zeroToPerson() && departure.talking() && digits.idle() && !asked().wantsDigits();
    }

    private void heard(Listening.Outcome outcome, Effects out) {
        switch (outcome) {
            case Listening.Outcome.GoOn _ -> {}
            case Listening.Outcome.WordsHeard(String text) -> bargeIn.words(text, out);
            case Listening.Outcome.TurnOver(CallerTurn turn, long declaredUs) ->
                answering.turnOver(turn, declaredUs, out);
            case Listening.Outcome.Corrected(CallerTurn turn, String wrong) -> answering.corrected(turn, wrong, out);
            case Listening.Outcome.NotUnderstood _ -> answering.notUnderstood(out);
        }
    }

    private void voice(Fact.FromVoice fact, Effects out) {
        switch (fact) {
            case Fact.VoiceBegan began -> speaking.began(began, out);
            case Fact.ClauseMade made -> speaking.made(made, out);
            case Fact.VoiceDone(int _, long characters) -> out.add(new Command.NoteCharacters(characters));
            case Fact.VoiceFailed(int utterance, String _) -> {
                if (speaking.voiceFailed(utterance, out)) {
                    departure.giveUp(out);
                }
            }
        }
    }

    private void output(Fact.FromOutput fact, Effects out) {
        switch (fact) {
            case Fact.FrameSent sent -> playing.frameSent(sent, out);
            case Fact.ClauseSent sent -> playing.clauseSent(sent, out);
            case Fact.ClausePlayed(int utterance, int clause) -> playing.played(utterance, clause, out);
            case Fact.OutputHeld held -> bargeIn.outputHeld(held, out);
        }
    }

    private void fire(Timer timer, Effects out) {
        switch (timer) {
            case ENDPOINT -> heard(listening.endpoint(out), out);
            case RECOGNIZER -> listening.recognizerSilent(out);
            case TRANSCRIPT -> heard(listening.transcriptOverdue(out), out);
            case LONGEST_TURN -> heard(listening.turnTooLong(out), out);
            case DIGITS -> digits.over(out).ifPresent(pressed -> answering.pressed(pressed, out));
            case BARGE_IN -> bargeIn.judge(out);
            case MODEL -> answering.settled(replying.overdue(out), out);
            case TOOL -> {
                tools.overdue(out);
                answering.settled(replying.toolsSettled(out), out);
            }
            case VOICE ->
                speaking.stuck().ifPresent(stuck -> {
                    if (speaking.voiceFailed(stuck.id(), out)) {
                        departure.giveUp(out);
                    }
                });
            case MARK -> silences.marksOverdue(out);
            case FILLER -> silences.fill(Phrases.CHECKING, out);
            case DEAD_AIR -> silences.fill(Phrases.MOMENT, out);
            case SILENCE -> silences.nobodySpeaks(out);
            case WARNING -> warningDue = true;
            case LONGEST_CALL -> departure.part(new After.HangUp(EndReason.MAX_DURATION), Phrases.TIME_IS_UP, out);
            case LAST_RESORT -> departure.overdue(out);
        }
    }

    /// What follows from the state alone.
    private void settle(Effects out) {
        for (Optional<Utterance> done = speaking.takeFinished(out);
                done.isPresent();
                done = speaking.takeFinished(out)) {
            departure.after(done.get().after(), out);
            if (departure.over()) {
                return;
            }
        }
        boolean talking = departure.talking();
        if (talking) {
            bargeIn.settle(out);
            answering.thinkAhead(out);
        }
        boolean free = floorIsFree();
        if (free && talking && warningDue) {
            warningDue = false;
            speaking.phrase(Priority.PROMPT, new After.Listen(), Phrases.WARNING, out);
            free = false;
        }
        boolean ours = listening.closing() || !replying.idle() || !speaking.idle();
        boolean waiting = ours && !listening.talking() && !playing.audible() && !playing.held();
        presence.settle(free && talking, waiting && talking, replying.waitsSilently() && waiting && talking, out);
    }

    private Question asked() {
        return Question.by(dialogue.lastAgentText());
    }

    private boolean backchannel(String text) {
        return bargeIn.isBackchannel(text);
    }
}
