package dev.pickup.media.session;

import dev.pickup.core.call.ClaimedCall;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.replying.Prompting;
import dev.pickup.media.speaking.OutputLine;
import dev.pickup.media.speaking.Playout;
import dev.pickup.media.turn.Command;
import dev.pickup.media.turn.Conversation;
import dev.pickup.media.turn.EndReason;
import dev.pickup.media.turn.Fact;
import dev.pickup.media.turn.Timer;
import dev.pickup.media.turn.TurnSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One live call: a loop that takes messages, steps the [Conversation], carries out its commands, and paces the
/// voice.
///
/// Threads: `run` is the loop; it owns everything here and never waits but for its mailbox. Others only post.
public final class CallSession {
    /// A call that is handed over waits so long for both sides to be silent.
    public static final Duration LONGEST_WAIT_FOR_SILENCE = HandOver.LONGEST_WAIT_FOR_SILENCE;

    private static final Logger LOG = LoggerFactory.getLogger(CallSession.class);

    /// A pause is not taken for the end while a sound is in the air that may be speech: two windows until that
    /// is known, and a frame.
    private static final long STIRRING_MS = 90;

    /// How often what the engines used is journaled, for calls that end badly.
    private static final long USAGE_EVERY_US = 30_000_000;

    private final SessionContext context;
    private final ClaimedCall call;
    private final FrameClock clock;
    private final Mailbox mailbox;
    private final Conversation conversation;
    private final Playout playout;
    private final Ears ears;
    private final Mouth mouth;
    private final Replies replies;
    private final JournalWriter journal;
    private final UsageMeter usage;
    private final AgentVoice voice;
    private final DueTimers timers = new DueTimers();
    private final HandOver handOver = new HandOver();
    private final Tape tape = new Tape();
    private final LineSilence silence = new LineSilence();
    private long nextUsageUs;
    private Standing standing = new Standing.Live();

    /// @param format what comes on the wire, for the journal
    public CallSession(
            SessionContext context,
            ClaimedCall call,
            FrameClock clock,
            Mailbox mailbox,
            OutputLine line,
            JournalEntry.WireFormat format) {
        var agent = call.settings();
        this.context = context;
        this.call = call;
        this.clock = clock;
        this.mailbox = mailbox;
        this.voice = new AgentVoice(agent);
        TurnSettings settings =
                TurnSettings.of(agent).withWaits(context.waits()).withSpeculations(context.speculations());
        this.conversation = new Conversation(settings, call.turnsSoFar());
        this.playout = new Playout(line, context.sendAheadMs());
        this.ears = new Ears(
                context.voiceActivity(), context.speechToText(), Ears.wanted(agent), context.endOfTurn(), mailbox);
        this.mouth = new Mouth(context.voice(), voice, playout, tape, mailbox, clock);
        this.replies = new Replies(context.model(), context.tools(), new Prompting(agent), call, mailbox, clock);
        this.journal = new JournalWriter(context.journal(), call, clock);
        this.usage = new UsageMeter(context.engineNames());
        journal.opened(context.task().value(), context.engineNames(), format);
        journal.began(settings);
    }

    /// Holds the call until it is over. Returns when everything of it is closed.
    public void run() {
        try (Heartbeat _ = new Heartbeat(context.claims(), call, clock, context.heartbeat(), mailbox)) {
            if (call.settings().recording()) {
                tape.start(context, call);
            }
            step(new Fact.Opened(call.epoch() > 1));
            Thread.ofVirtual()
                    .name("clips")
                    .start(() -> Foreseen.prepare(context.voice(), voice, context.clips(), call.settings()));
            nextUsageUs = clock.nowUs() + USAGE_EVERY_US;
            while (standing.goesOn()) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("session-broken {}: the call ends", call.callId(), e);
            standing = Standing.broken();
        } finally {
            close();
        }
    }

    /// One round of the loop: a message, the caller's frames, timers, the pacer.
    private void turn() throws InterruptedException {
        Message message = mailbox.take(waitUs());
        if (message != null) {
            take(message);
        }
        timers.delay(Timer.ENDPOINT, Math.max(ears.stirs() ? STIRRING_MS : 0, ears.behindMs(clock.nowMs())));
        if (timers.turn(mailbox.holdsMessages())) {
            fireTimers();
        }
        if (standing instanceof Standing.Live && handOver.due(conversation.quiet(), clock.nowUs())) {
            leave(new Fact.ShutDown(true));
        }
        pace();
        journal.flushOld(clock.nowUs());
        if (clock.nowUs() >= nextUsageUs) {
            nextUsageUs += USAGE_EVERY_US;
            journal.usage(usage.measures(ears.billableSeconds()));
        }
        if (mailbox.overflowed()) {
            throw new IllegalStateException("The mailbox overflowed: an engine floods it, or the machine is stuck.");
        }
    }

    private void take(Message message) {
        switch (message) {
            case Message.Audio _ -> hear();
            case Message.Noted(Fact fact) -> step(fact);
            case Message.Recognized recognized -> ears.transcribed(recognized).ifPresent(this::step);
            case Message.RecognizerBroke broke -> ears.broke(broke).ifPresent(this::step);
            case Message.Voiced voiced -> mouth.said(voiced).ifPresent(this::step);
            case Message.Sound sound -> mouth.sound(sound);
            case Message.ClipReady clip -> step(mouth.clip(clip));
            case Message.MarkReturned(String name) ->
                playout.markReturned(name, clock.nowMs())
                        .ifPresent(played -> step(new Fact.ClausePlayed(played.utterance(), played.clause())));
            case Message.WireProbed(String byteOrder) -> journal.wireProbed(byteOrder);
            case Message.ServedBy(String port, String provider) -> {
                usage.servedBy(port, provider);
                journal.servedBy(port, provider);
            }
            case Message.CacheWritten(long tokens) -> usage.cacheWritten(tokens);
            case Message.SocketClosed(boolean callOver) -> leave(new Fact.SocketClosed(callOver));
            case Message.ShutDown(boolean handingOver) -> {
                if (handingOver) {
                    handOver.atSilence(clock.nowUs());
                } else {
                    handOver.atOnce(clock.nowUs());
                    leave(new Fact.ShutDown(false));
                }
            }
            case Message.Displaced _ -> standing = new Standing.Displaced();
        }
    }

    private void hear() {
        mailbox.audioTaken();
        for (AudioFrame frame = mailbox.frame(); frame != null; frame = mailbox.frame()) {
            ears.hear(frame, clock.nowMs()).forEach(this::step);
            tape.caller(frame, ears.lastFrameMs());
        }
    }

    /// What was heard until now is told first: afterwards nobody can know.
    private void leave(Fact fact) {
        mouth.heard().ifPresent(this::step);
        step(fact);
    }

    private void step(Fact fact) {
        if (!(standing instanceof Standing.Live)) {
            return;
        }
        long nowUs = clock.nowUs();
        silence.on(fact, nowUs / 1_000);
        List<Command> commands = conversation.step(fact, nowUs);
        journal.fact(fact, nowUs, commands);
        commands.forEach(this::carryOut);
        mouth.heldBack().forEach(this::step);
        pace();
    }

    private void carryOut(Command command) {
        switch (command) {
            case Command.StartModel start -> replies.start(start, silenceNow());
            case Command.CancelModel(int run) -> replies.cancel(run);
            case Command.OpenVoice(int utterance, var language) -> mouth.open(utterance, language);
            case Command.Rehearse(int clause, String text, var language) -> mouth.rehearse(clause, text, language);
            case Command.DropRehearsal _ -> mouth.dropRehearsal();
            case Command.OpenRehearsed(int utterance) -> mouth.openRehearsed(utterance, silenceNow());
            case Command.SpeakClause(int utterance, int clause, String text) ->
                mouth.speak(utterance, clause, text, silenceNow());
            case Command.EndVoice(int utterance) -> mouth.end(utterance);
            case Command.PlayClip(int utterance, String text) ->
                mailbox.put(new Message.ClipReady(
                        utterance,
                        context.clips().find(voice.own().settings(), text).orElse(new short[0])));
            case Command.PauseOutput(int utterance) -> mouth.pause(utterance);
            case Command.ResumeOutput(int utterance, int clause, long fromMs) ->
                playout.resume(utterance, clause, fromMs);
            case Command.DropOutput(int utterance) -> mouth.drop(utterance);
            case Command.RunTool tool -> replies.run(tool);
            case Command.ArmTimer(Timer timer, long dueMs) -> timers.arm(timer, dueMs);
            case Command.CancelTimer(Timer timer) -> timers.cancel(timer);
            case Command.EndCallerTurn(long atMs) -> ears.turnEnded(atMs);
            case Command.RestartRecognizer(long fromMs) -> restartRecognizer(fromMs);
            case Command.TakeTurn(var turn) -> journal.turn(turn);
            case Command.NoteTool tool -> journal.tool(tool);
            case Command.NoteTokens tokens -> {
                usage.tokens(tokens);
                context.add("model-tokens-discarded", tokens.discarded() ? tokens.input() + tokens.output() : 0);
            }
            case Command.NoteCharacters(long characters) -> usage.characters(characters);
            case Command.HangUp _ -> standing = new Standing.Leaving(Standing.Leg.HUNG_UP);
            case Command.TransferToFallback _ -> standing = new Standing.Leaving(Standing.Leg.TRANSFERRED);
            case Command.Finish finish -> standing = standing.finish(finish);
        }
    }

    private Duration silenceNow() {
        return silence.at(clock.nowUs() / 1_000);
    }

    private void restartRecognizer(long fromMs) {
        context.count("recognizer-restarts");
        ears.restart(fromMs);
    }

    private void pace() {
        for (Playout.Event event : playout.tick(clock.nowMs())) {
            switch (event) {
                case Playout.Event.FirstFrame(int utterance) -> step(new Fact.FrameSent(utterance, clock.nowUs()));
                case Playout.Event.ClauseSent(int utterance, int clause, long endsAtMs) ->
                    step(new Fact.ClauseSent(utterance, clause, endsAtMs));
                case Playout.Event.FrameSent(AudioFrame frame, long heardAtMs) -> {
                    silence.heardUntil(heardAtMs + AudioFrame.PTIME_MS);
                    ears.said(frame, heardAtMs);
                    tape.agent(frame, heardAtMs);
                }
            }
        }
    }

    private void fireTimers() {
        long nowMs = clock.nowUs() / 1_000;
        for (Timer timer : Timer.values()) {
            if (timers.take(timer, nowMs)) {
                step(new Fact.TimerFired(timer));
            }
        }
    }

    private long waitUs() {
        double nowMs = clock.nowMs();
        double next = timers.next(Math.min(nowMs + 1_000, playout.nextTickMs(nowMs)));
        return (long) ((next - nowMs) * 1_000);
    }

    /// Closes all that was opened, deals with the caller's leg, and ends the journal.
    private void close() {
        Map<String, Long> seconds = ears.billableSeconds();
        try (ears;
                mouth;
                replies) {
            context.add("frames-sent", playout.frames());
            context.add("frames-late", playout.lateFrames());
            context.add("frames-dropped", mailbox.dropped());
        }
        Optional<String> recording = tape.finish();
        if (standing instanceof Standing.Finished(Command.Finish finish, Standing.Leg leg)) {
            journal.usage(usage.measures(seconds));
            String outcome = new Ending(context.claims(), context.carrier(), call, clock).depart(finish.outcome(), leg);
            if (finish.reason() == EndReason.HANDED_OVER) {
                journal.flush(); // not closed: the call goes on under the next epoch
            } else {
                journal.closed(
                        new JournalEntry.SessionClosed(finish.reason().wireName(), outcome, recording.orElse(null)));
            }
            context.count("calls-" + finish.reason().wireName());
        } else {
            context.count("calls-displaced");
        }
    }
}
