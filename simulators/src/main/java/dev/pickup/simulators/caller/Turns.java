package dev.pickup.simulators.caller;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whose turn it is, as the caller hears it.
///
/// The turn is the caller's when the agent has spoken since the caller last did, and has then been silent for the
/// script's `turnSilence`. What the agent went on saying for under a second after it was interrupted is no answer.
final class Turns {
    private static final long STILL_TALKING = 1000L * Pcm.SAMPLES_PER_MS;
    private static final long NEVER = -1;

    private final Speech agent;
    private final long turnSilence;
    private final long patience;
    private final List<String> notes = new ArrayList<>();
    /// The caller's last audible sample, or last key.
    private long callerEnd = NEVER;
    /// Where the agent's current turn began: pauses shorter than `turnSilence` do not divide it.
    private long agentTurn = NEVER;
    /// The end of the agent's speech as it was when this class last looked.
    private long agentEnd = NEVER;
    /// From when on the caller waits in vain.
    private long waitingSince;

    Turns(CallerScript script, Speech agent) {
        this.agent = agent;
        turnSilence = samples(script.turnSilence());
        patience = samples(script.patience());
    }

    /// To be called after each frame that was heard.
    void update() {
        if (agent.speaking()) {
            boolean fresh = agentTurn == NEVER
                    || agent.start() - agentEnd >= turnSilence
                    || (agentTurn <= callerEnd && agent.start() > callerEnd);
            agentTurn = fresh ? agent.start() : agentTurn;
            agentEnd = agent.lastAudible();
        }
    }

    /// The caller fell silent at this sample.
    void callerEnded(long sample) {
        callerEnd = Math.max(callerEnd, sample);
        waitingSince = agent.position();
    }

    /// Whether the caller may speak. Counts as noted when only because the agent was silent for too long.
    boolean ours() {
        if (answered() && silence() >= turnSilence) {
            return true;
        }
        return outOfPatience("The agent was not heard for " + patienceMs() + " ms; the caller went on without it.");
    }

    /// Whether the moment has come to interrupt: `true` over the agent's voice, `false` because it never comes.
    Optional<Boolean> interruptible(Duration agentSpeech) {
        if (agent.speaking() && agentTurn > callerEnd && agent.position() - agentTurn >= samples(agentSpeech)) {
            return Optional.of(true);
        }
        return outOfPatience("The agent did not speak for " + agentSpeech.toMillis() + " ms; nothing was interrupted.")
                ? Optional.of(false)
                : Optional.empty();
    }

    /// Whether nothing was heard from the agent or done by the caller for this long.
    boolean silentFor(Duration length) {
        if (idle() < samples(length)) {
            return false;
        }
        notes.add("The agent did not hang up within " + length.toMillis() + " ms of silence; the caller did.");
        return true;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private boolean answered() {
        return agentTurn > callerEnd || agentEnd > callerEnd + STILL_TALKING;
    }

    private boolean outOfPatience(String note) {
        if (idle() < patience) {
            return false;
        }
        notes.add(note);
        waitingSince = agent.position();
        return true;
    }

    /// How long nothing has been happening.
    private long idle() {
        return agent.speaking() ? 0 : Math.min(agent.position() - waitingSince, silence());
    }

    private long silence() {
        return agent.position() - 1 - Math.max(agentEnd, NEVER);
    }

    private long patienceMs() {
        return patience / Pcm.SAMPLES_PER_MS;
    }

    private static long samples(Duration length) {
        return length.toMillis() * Pcm.SAMPLES_PER_MS;
    }
}
