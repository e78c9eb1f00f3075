package dev.pickup.media.turn;

import dev.pickup.core.call.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A call in virtual time: a [Conversation] between a scripted caller, recognizer, [model][ScriptedModel],
/// [voice][ScriptedVoice] and [carrier][ScriptedOutput]. A call of minutes takes milliseconds, and the same script
/// gives
/// the same call.
final class ScriptedCall {
    static final TurnSettings SETTINGS = new TurnSettings(
            "Hello, this is the clinic.",
            "",
            "en-US",
            true,
            Duration.ofSeconds(60),
            Duration.ofSeconds(7),
            Duration.ofMinutes(10),
            TurnSettings.Waits.usual());

    /// A reply that takes some five seconds.
    static final String LONG = "We are open from nine to five on weekdays and from ten to two on Saturdays.";

    final List<Step> steps = new ArrayList<>();
    final Map<Integer, Turn> turns = new TreeMap<>();
    private final Conversation conversation;
    private final VirtualTime time = new VirtualTime();
    private final ScriptedModel model = new ScriptedModel(this);
    private final ScriptedOutput output = new ScriptedOutput(this);
    private final ScriptedVoice voice = new ScriptedVoice(this, output);
    private String tool = "ok";
    private long toolMs = 300;
    private long recognizerMs = 150;
    private String language = "";
    private boolean recognizerDead;

    /// What happened at a time: the fact and the commands it led to.
    record Step(long atMs, Fact fact, List<Command> commands) {}

    ScriptedCall() {
        this(SETTINGS, List.of());
    }

    ScriptedCall(TurnSettings settings, List<Turn> soFar) {
        conversation = new Conversation(settings, soFar);
    }

    /// A call in which the model writes these tokens as its first answer, which is said from about 4.5 s on.
    static ScriptedCall answering(String... tokens) {
        return new ScriptedCall()
                .opens()
                .says(2_500, "what are your opening hours", 1_500)
                .modelSays(tokens);
    }

    // The script

    ScriptedCall opens() {
        return happens(0, new Fact.Opened(false));
    }

    ScriptedCall resumes(long atMs) {
        return happens(atMs, new Fact.Opened(true));
    }

    /// Whether an utterance of it never went out.
    boolean losesOutput() {
        return output.losesAny();
    }

    /// The caller speaks from `fromMs` on; voice activity and recognizer notice as the real ones do.
    ScriptedCall says(long fromMs, String text, long lengthMs) {
        long endMs = fromMs + lengthMs;
        at(fromMs + 110, () -> fact(new Fact.SpeechStarted(fromMs)));
        at(endMs + 100, () -> fact(new Fact.SpeechPaused(endMs)));
        if (!text.isEmpty()) {
            at(endMs + 100 + recognizerMs, () -> {
                if (!recognizerDead) {
                    fact(new Fact.Transcribed(text, fromMs, endMs, false, language));
                }
            });
        }
        return this;
    }

    ScriptedCall transcript(long atMs, String text, long startMs, long endMs, boolean last) {
        return happens(atMs, new Fact.Transcribed(text, startMs, endMs, last));
    }

    /// A final one, in a language.
    ScriptedCall transcript(long atMs, String text, long startMs, long endMs, String tag) {
        return happens(atMs, new Fact.Transcribed(text, startMs, endMs, true, tag));
    }

    ScriptedCall coughs(long atMs) {
        return says(atMs, "", 250);
    }

    ScriptedCall happens(long atMs, Fact fact) {
        return at(atMs, () -> fact(fact));
    }

    /// What the model answers next: tokens, or `tool:NAME`, or `stall`, or `fail`. After the last it repeats it.
    ScriptedCall modelSays(String... tokens) {
        model.says(List.of(tokens));
        return this;
    }

    ScriptedCall toolAnswers(String outcome, long afterMs) {
        tool = outcome;
        toolMs = afterMs;
        return this;
    }

    /// What the recognizer takes the caller's language for, from then on.
    ScriptedCall speaksFrom(long atMs, String tag) {
        return at(atMs, () -> language = tag);
    }

    ScriptedCall recognizerTakes(long ms) {
        recognizerMs = ms;
        return this;
    }

    ScriptedCall recognizerDiesAt(long atMs) {
        return at(atMs, () -> recognizerDead = true);
    }

    ScriptedCall recognizerRevivesAt(long atMs) {
        return at(atMs, () -> recognizerDead = false);
    }

    /// From then on, text goes into the voice and no sound comes out.
    ScriptedCall voiceHangsFrom(long atMs) {
        return at(atMs, voice::hangs);
    }

    /// The output falls silent when told, and never says where.
    ScriptedCall outputNeverTells() {
        output.neverTells();
        return this;
    }

    /// Nothing of this utterance ever goes out, whatever is made of it.
    ScriptedCall outputLoses(int utterance) {
        output.lose(utterance);
        return this;
    }

    ScriptedCall modelDies() {
        model.dies();
        return this;
    }

    ScriptedCall voiceFails(int times) {
        voice.fails(times);
        return this;
    }

    ScriptedCall marksAreLost() {
        output.loseMarks();
        return this;
    }

    ScriptedCall marksCome() {
        output.keepMarks();
        return this;
    }

    ScriptedCall at(long atMs, Runnable what) {
        time.at(atMs, what);
        return this;
    }

    /// Lets time pass until nothing is left to happen before `untilMs`, or the call is over.
    ScriptedCall runs(long untilMs) {
        boolean more = true;
        while (more && !conversation.over()) {
            more = time.advance(untilMs, timer -> fact(new Fact.TimerFired(timer)));
        }
        if (!conversation.over()) {
            time.skipTo(untilMs);
        }
        return this;
    }

    // What was seen

    boolean over() {
        return conversation.over();
    }

    int size() {
        return conversation.size();
    }

    Map<Timer, Long> pendingTimers() {
        return conversation.timers();
    }

    long nowMs() {
        return time.nowMs();
    }

    <C extends Command> List<C> commands(Class<C> kind) {
        return steps.stream()
                .flatMap(step -> step.commands().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// When a command of this kind was given first, from `fromMs` on; -1 for never.
    long firstMs(Class<? extends Command> kind, long fromMs) {
        return steps.stream()
                .filter(step ->
                        step.atMs() >= fromMs && step.commands().stream().anyMatch(kind::isInstance))
                .mapToLong(Step::atMs)
                .findFirst()
                .orElse(-1);
    }

    /// The transcript, one line a turn: `agent: heard |unheard`.
    String transcript() {
        return turns.values().stream()
                .map(turn -> turn.role() + ": " + turn.text() + (turn.unheard().isEmpty() ? "" : " |" + turn.unheard()))
                .collect(Collectors.joining("\n"));
    }

    /// What the voice was given to say as this utterance; the greeting is the first one, 0.
    String spoken(int utterance) {
        return commands(Command.SpeakClause.class).stream()
                .filter(clause -> clause.utterance() == utterance)
                .map(Command.SpeakClause::text)
                .collect(Collectors.joining(" "));
    }

    Command.Finish finish() {
        return commands(Command.Finish.class).getFirst();
    }

    List<Line> lastRequest() {
        return commands(Command.StartModel.class).getLast().lines();
    }

    /// Times during which the caller heard the agent.
    List<ScriptedOutput.Heard> heard() {
        return output.heard();
    }

    // The other sides

    void fact(Fact fact) {
        List<Command> commands = conversation.step(fact, nowMs() * 1_000);
        steps.add(new Step(nowMs(), fact, commands));
        commands.forEach(this::carryOut);
    }

    void in(long delayMs, Runnable what) {
        at(nowMs() + delayMs, what);
    }

    private void carryOut(Command command) {
        switch (command) {
            case Command.StartModel start -> model.write(start.run());
            case Command.OpenVoice open -> output.open(open.utterance());
            case Command.Rehearse(int clause, String text, var _) -> voice.rehearse(clause, text);
            case Command.DropRehearsal _ -> voice.dropRehearsal();
            case Command.OpenRehearsed(int utterance) -> voice.openRehearsed(utterance);
            case Command.SpeakClause(int utterance, int clause, String text) -> voice.speak(utterance, clause, text);
            case Command.EndVoice(int utterance) -> voice.end(utterance);
            case Command.PlayClip(int utterance, String text) -> voice.play(utterance, text);
            case Command.PauseOutput(int utterance) -> output.pause(utterance);
            case Command.ResumeOutput(int utterance, int clause, long fromMs) ->
                output.resume(utterance, clause, fromMs);
            case Command.DropOutput(int utterance) -> output.drop(utterance);
            case Command.RunTool(String invocation, String _, Map<String, Object> _) -> {
                String outcome = tool;
                in(toolMs, () -> fact(new Fact.ToolAnswered(invocation, outcome, Map.of("done", true))));
            }
            case Command.ArmTimer(Timer timer, long dueMs) -> time.arm(timer, dueMs);
            case Command.CancelTimer(Timer timer) -> time.cancel(timer);
            case Command.TakeTurn(Turn turn) -> turns.put(turn.number(), turn);
            case Command.CancelModel _,
                    Command.EndCallerTurn _,
                    Command.RestartRecognizer _,
                    Command.NoteTool _,
                    Command.NoteTokens _,
                    Command.NoteCharacters _,
                    Command.HangUp _,
                    Command.TransferToFallback _,
                    Command.Finish _ -> {}
        }
    }
}
