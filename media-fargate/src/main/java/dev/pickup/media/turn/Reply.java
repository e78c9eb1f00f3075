package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.List;

/// One reply, in as many rounds as its tools need. Not thread-safe.
final class Reply {
    final Utterance utterance;
    final TurnLedger ledger;
    final List<Fact.ToolRequested> requested = new ArrayList<>();
    ClauseCutter cutter = new ClauseCutter();
    int rounds;
    boolean spoke;
    boolean retried;

    Reply(Utterance utterance, TurnLedger ledger) {
        this.utterance = utterance;
        this.ledger = ledger;
    }

    /// Takes the tools that the model asked for.
    List<Fact.ToolRequested> takeRequested() {
        List<Fact.ToolRequested> taken = List.copyOf(requested);
        requested.clear();
        return taken;
    }

    /// Another round, or another attempt.
    void anew() {
        requested.clear();
        cutter = new ClauseCutter();
    }
}
