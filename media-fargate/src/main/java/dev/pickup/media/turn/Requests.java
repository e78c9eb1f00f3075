package dev.pickup.media.turn;

/// Requests to the model: numbered, watched for silence, and paid for, whatever becomes of them. Not thread-safe.
final class Requests {
    private final TurnSettings.Waits waits;
    private final Timers timers;
    private final TokenCount tokens;
    private int next;

    Requests(TurnSettings.Waits waits, Timers timers, TokenCount tokens) {
        this.waits = waits;
        this.timers = timers;
        this.tokens = tokens;
    }

    /// Which run the next request will be.
    int next() {
        return next;
    }

    void send(Asked asked, Effects out) {
        tokens.asked(next, asked.memory());
        out.add(new Command.StartModel(next, asked.memory(), asked.language()));
        next++;
    }

    /// The caller waits for the model: from now on it owes a token.
    void watch(Effects out) {
        timers.arm(Timer.MODEL, out.nowMs() + waits.modelToken(), out);
    }

    void completed(Fact.ModelCompleted fact, Effects out) {
        timers.cancel(Timer.MODEL, out);
        tokens.completed(fact, false, out);
    }

    /// @param discarded nothing of it is spoken
    void breakOff(int run, boolean discarded, Effects out) {
        out.add(new Command.CancelModel(run));
        tokens.cancelled(run, discarded, out);
        timers.cancel(Timer.MODEL, out);
    }
}
