package dev.pickup.simulators.caller;

import dev.pickup.simulators.caller.CallReport.Digit;
import dev.pickup.simulators.caller.CallerStep.Digits;
import dev.pickup.simulators.caller.CallerStep.HangUp;
import dev.pickup.simulators.caller.CallerStep.InterruptAfter;
import dev.pickup.simulators.caller.CallerStep.Play;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.CallerStep.Wait;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One person on a call, from the answer on, in steps of one audio frame. No clock, no threads, no sockets: time is the
/// number of samples. One thread owns it.
///
/// A frame that is said has ended when it leaves, one that is heard begins when it arrives: so what is heard is one
/// frame ahead, as on a real line, and no delay is measured shorter than it was. The caller acts only on what has been
/// heard to its end before the frame in which they act began.
public final class CallerEnd {
    /// One key takes this long to press: 160 ms down, 90 ms up.
    private static final long KEY_SAMPLES = 250L * Pcm.SAMPLES_PER_MS;
    /// Pauses inside what the agent says that do not divide it.
    private static final int AGENT_GAP_MS = 200;
    private static final int CALLER_GAP_MS = 700;

    /// What the caller is about.
    private sealed interface Doing {
        record NextStep() implements Doing {}

        record Speaking(Pcm sound, int from) implements Doing {}

        record Pressing(String digits, long nextAt) implements Doing {}

        record Pausing(long until) implements Doing {}
    }

    private final CallerScript script;
    private final Map<Say, Pcm> lines;
    private final ArrayDeque<CallerStep> steps;
    private final Turns turns;
    private final Speech agent = new Speech(AGENT_GAP_MS);
    private final Speech caller = new Speech(CALLER_GAP_MS);
    private final Measurements measured = new Measurements();
    /// What arrived last: it is heard while the next frame arrives.
    private short[] arriving = new short[Pcm.FRAME_SAMPLES];
    private Doing doing = new Doing.NextStep();
    private boolean gone;

    /// @param lines the sound of every `Say` of the script
    public CallerEnd(CallerScript script, Map<Say, Pcm> lines) {
        this.script = script;
        this.lines = Map.copyOf(lines);
        steps = new ArrayDeque<>(script.steps());
        turns = new Turns(script, agent);
    }

    /// Lets one frame pass: `heard` comes in, `said` is filled with what goes out at the same time.
    ///
    /// @return what the caller does in this frame besides talking
    public List<CallerAct> frame(short[] heard, short[] said) {
        List<CallerAct> acts = new ArrayList<>(1);
        if (!gone) {
            begin(acts);
        }
        speak(said);
        caller.add(said);
        agent.add(arriving);
        arriving = heard.clone();
        turns.update();
        return acts;
    }

    /// The exchange got `clear` for this caller's line, `atMs` after the answer.
    public void cleared(double atMs) {
        measured.cleared(atMs);
    }

    /// What was measured so far.
    public Measurements.Result measurements() {
        return measured.result(caller, agent);
    }

    /// Milliseconds since the answer, by the audio that went out.
    public double nowMs() {
        return (double) caller.position() / Pcm.SAMPLES_PER_MS;
    }

    /// Goes on to whatever can begin in this frame.
    private void begin(List<CallerAct> acts) {
        switch (doing) {
            case Doing.Speaking _ -> {}
            case Doing.Pausing(long until) -> {
                if (caller.position() >= until) {
                    next(acts);
                }
            }
            case Doing.Pressing pressing -> press(pressing, acts);
            case Doing.NextStep _ -> next(acts);
        }
    }

    private void next(List<CallerAct> acts) {
        doing = new Doing.NextStep();
        switch (steps.peek()) {
            case null -> finish(acts);
            case Wait(var length) -> start(steps.remove(), acts);
            case HangUp _ -> start(steps.remove(), acts);
            case InterruptAfter(var agentSpeech, var what) -> {
                Optional<Boolean> over = turns.interruptible(agentSpeech);
                over.ifPresent(speaking -> interrupt(what, speaking, acts));
            }
            case Say _, Play _, Digits _ -> {
                if (turns.ours()) {
                    start(steps.remove(), acts);
                }
            }
        }
    }

    private void interrupt(CallerStep what, boolean agentSpeaks, List<CallerAct> acts) {
        steps.remove();
        if (agentSpeaks) {
            measured.interrupts(caller.position());
        }
        start(what, acts);
    }

    private void start(CallerStep step, List<CallerAct> acts) {
        switch (step) {
            case Say say -> doing = new Doing.Speaking(line(say), 0);
            case Play(Pcm audio) -> doing = new Doing.Speaking(audio, 0);
            case Digits(String digits) -> press(new Doing.Pressing(digits, caller.position()), acts);
            case Wait(var length) ->
                doing = new Doing.Pausing(caller.position() + length.toMillis() * Pcm.SAMPLES_PER_MS);
            case HangUp _ -> hangUp(acts);
            case InterruptAfter _ -> throw new IllegalStateException("An interruption is no single step.");
        }
    }

    private Pcm line(Say say) {
        Pcm sound = lines.get(say);
        if (sound == null) {
            throw new IllegalStateException("A line of the script was not spoken beforehand.");
        }
        return sound;
    }

    private void press(Doing.Pressing pressing, List<CallerAct> acts) {
        doing = pressing;
        if (caller.position() < pressing.nextAt()) {
            return;
        }
        if (pressing.digits().isEmpty()) {
            turns.callerEnded(caller.position());
            next(acts);
            return;
        }
        char digit = pressing.digits().charAt(0);
        acts.add(new CallerAct.Press(digit));
        measured.pressed(new Digit(digit, nowMs()));
        doing = new Doing.Pressing(pressing.digits().substring(1), caller.position() + KEY_SAMPLES);
    }

    private void speak(short[] said) {
        Arrays.fill(said, (short) 0);
        if (gone || !(doing instanceof Doing.Speaking(Pcm sound, int from))) {
            return;
        }
        int count = Math.min(said.length, sound.length() - from);
        sound.copyTo(from, said, 0, count);
        if (from + count < sound.length()) {
            doing = new Doing.Speaking(sound, from + count);
        } else {
            turns.callerEnded(Math.max(caller.lastAudible(), lastAudible(said)));
            doing = new Doing.NextStep();
        }
    }

    private long lastAudible(short[] said) {
        int at = said.length - 1;
        while (at >= 0 && Math.abs(said[at]) < Speech.AUDIBLE) {
            at--;
        }
        return at < 0 ? -1 : caller.position() + at;
    }

    private void finish(List<CallerAct> acts) {
        boolean over = switch (script.afterLastStep()) {
            case HANG_UP -> turns.ours();
            case WAIT_FOR_AGENT -> turns.silentFor(CallerScript.LONGEST_SILENT_WAIT);
        };
        if (over) {
            hangUp(acts);
        }
    }

    private void hangUp(List<CallerAct> acts) {
        gone = true;
        acts.add(new CallerAct.HangUp());
    }

    /// Whatever did not go by the script, one sentence each.
    public List<String> notes() {
        return turns.notes();
    }
}
