package dev.pickup.media.turn;

/// The caller speaks while we do: pause at once, then decide whether they took the floor. Not thread-safe.
///
/// ```
/// speech ─→ pause ─┬─ words, a key, or 700 ms of sound ─→ yield: reply cancelled, memory cut to what was heard
///                  └─ 700 ms without words, or "mm-hm"  ─→ resume at the first word that was not heard
/// ```
///
/// On a noisy line, pausing at every sound would make us stutter: after a few false alarms in a row only words or a
/// long sound stop us. Our own words that the line brings back are noise too.
final class BargeIn {
    /// The output answers a pause within the same turn of the loop; this only guards against one that does not.
    private static final long PAUSE_LIMIT_MS = 200;

    /// False alarms in a row after which a sound alone does not stop us any more. Chosen.
    private static final int MOST_ALARMS = 3;

    private final TurnSettings.Waits waits;
    private final Timers timers;
    private final Listening listening;
    private final Speaking speaking;
    private final Playing playing;
    private final Replying replying;
    private final Dialogue dialogue;
    private State state = State.NONE;
    private int alarms;

    private enum State {
        NONE,
        /// Going on, though there is a sound: there were too many false alarms.
        WATCHING,
        /// Paused; it may have been a cough.
        JUDGING,
        /// Certain, but where the caller stopped hearing is not known yet.
        CERTAIN
    }

    BargeIn(
            TurnSettings.Waits waits,
            Timers timers,
            Dialogue dialogue,
            Listening listening,
            Speaking speaking,
            Playing playing,
            Replying replying) {
        this.waits = waits;
        this.timers = timers;
        this.dialogue = dialogue;
        this.listening = listening;
        this.speaking = speaking;
        this.playing = playing;
        this.replying = replying;
    }

    void speechStarted(Effects out) {
        if (playing.holdable()) {
            if (alarms < MOST_ALARMS) {
                state = State.JUDGING;
                playing.hold(out);
            } else {
                state = State.WATCHING;
            }
            timers.arm(Timer.BARGE_IN, out.nowMs() + waits.bargeIn(), out);
        }
    }

    /// The caller had their turn: what is undecided is decided, before anything new is said, and what was a false alarm
    /// before says nothing about what comes.
    void callerHadTurn(Effects out) {
        alarms = 0;
        if (state != State.NONE) {
            yieldFloor(out);
        }
    }

    /// Nothing is begun while the caller speaks: what would begin now waits for the judgement.
    void settle(Effects out) {
        boolean begins = speaking.current().filter(u -> !u.begun()).isPresent();
        if (state == State.NONE && begins && listening.talking() && playing.holdable()) {
            state = State.JUDGING;
            playing.hold(out);
            timers.arm(Timer.BARGE_IN, out.nowMs() + waits.bargeIn(), out);
        }
    }

    /// A backchannel that is over needs no further thought.
    void speechPaused(Effects out) {
        if (state == State.JUDGING && isBackchannel(listening.text())) {
            dismiss(out);
        }
    }

    void words(String text, Effects out) {
        if (isBackchannel(text)) {
            if (state != State.NONE && state != State.CERTAIN && !listening.talking()) {
                dismiss(out);
            }
        } else {
            certain(out);
        }
    }

    /// Words or a key: the caller has the floor.
    void certain(Effects out) {
        if (playing.held()) {
            yieldFloor(out);
        } else if (playing.holdable()) {
            state = State.CERTAIN;
            playing.hold(out);
            timers.arm(Timer.BARGE_IN, out.nowMs() + PAUSE_LIMIT_MS, out);
        }
    }

    void outputHeld(Fact.OutputHeld fact, Effects out) {
        playing.outputHeld(fact, out);
        if (!playing.held()) {
            state = State.NONE;
            timers.cancel(Timer.BARGE_IN, out);
        } else if (state == State.CERTAIN) {
            yieldFloor(out);
        }
    }

    /// Time to decide.
    void judge(Effects out) {
        if (state == State.WATCHING) {
            if (listening.talking() || hasRealWords()) {
                certain(out);
            } else {
                dismiss(out);
            }
        } else if (!playing.held()) {
            state = State.NONE;
        } else if (state == State.CERTAIN || listening.talking() || hasRealWords()) {
            yieldFloor(out);
        } else {
            dismiss(out);
        }
    }

    private void yieldFloor(Effects out) {
        state = State.NONE;
        alarms = 0;
        timers.cancel(Timer.BARGE_IN, out);
        replying.cancel(out);
        speaking.yieldFloor(out);
    }

    private void dismiss(Effects out) {
        state = State.NONE;
        alarms++;
        timers.cancel(Timer.BARGE_IN, out);
        if (isBackchannel(listening.text())) {
            listening.forget(out);
        } else {
            listening.doubt(out);
        }
        playing.resume(out);
    }

    private boolean hasRealWords() {
        return !Words.of(listening.text()).isEmpty() && !isBackchannel(listening.text());
    }

    /// Whether a text said over our voice leaves us the floor: a backchannel, a greeting over our own one, our own
    /// words brought back by the line. "Yeah" over a question is its answer, not a backchannel.
    boolean isBackchannel(String text) {
        boolean greets = !dialogue.callerSpoke() && Words.isGreeting(text);
        boolean echo = speaking.current()
                .filter(utterance -> Words.isEcho(text, utterance.text()))
                .isPresent();
        return greets || echo || (Words.isBackchannel(text) && !questionEnds());
    }

    private boolean questionEnds() {
        return speaking.current()
                .filter(Utterance::complete)
                .filter(u -> u.firstUnplayed() >= u.clauses().size() - 1)
                .filter(u -> u.text().endsWith("?") && Question.by(dialogue.lastAgentText()) != Question.OPEN)
                .isPresent();
    }
}
