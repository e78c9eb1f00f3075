package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.List;

/// One reply, in as many rounds as its tools need. Not thread-safe.
final class Reply {
    final Utterance utterance;
    final TurnLedger ledger;
    final List<Fact.ToolRequested> requested = new ArrayList<>();
    Draft draft = Draft.begin();
    int rounds;
    private boolean spoke;
    private boolean retried;

    Reply(Utterance utterance, TurnLedger ledger) {
        this.utterance = utterance;
        this.ledger = ledger;
    }

    /// Whether anything of it was given to the voice.
    boolean spoke() {
        return spoke;
    }

    void speak(String clause, long atUs, Speaking speaking, Effects out) {
        spoke = true;
        ledger.clause(atUs);
        speaking.clause(utterance, new Clause(clause, false), out);
    }

    /// Takes the tools that the model asked for.
    List<Fact.ToolRequested> takeRequested() {
        List<Fact.ToolRequested> taken = List.copyOf(requested);
        requested.clear();
        return taken;
    }

    /// Another round: the tools answered.
    void nextRound() {
        rounds++;
        draft = Draft.begin();
    }

    /// The same once more; what was spoken stays, and is not spoken again. False when that was tried already.
    boolean retry() {
        boolean first = !retried;
        retried = true;
        requested.clear();
        draft = draft.next();
        return first;
    }
}
