package dev.pickup.media.turn;

import dev.pickup.core.call.Turn;
import dev.pickup.events.journal.JournalEntry.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was said so far: the agent's memory, and the numbers of the turns. Bounded: the oldest lines are
/// forgotten.
/// Not thread-safe.
final class Dialogue {
    /// About an hour of talk; a model's context is smaller than that anyway. Chosen.
    private static final int CAPACITY = 400;

    private final List<Entry> entries = new ArrayList<>();
    private int nextTurn;
    private boolean callerSpoke;
    private Optional<CallerTurnTaken> lastCallerTurn = Optional.empty();

    private sealed interface Entry {
        record Said(Line line) implements Entry {}

        /// Clauses of an utterance; what of them is remembered depends on how far it gets.
        record Spoken(Utterance utterance, int from, int to) implements Entry {}
    }

    /// A caller's turn as it was journaled; it can be taken back as long as nothing of the reply was heard.
    record CallerTurnTaken(int number, String text, long startMs) {}

    Dialogue(List<Turn> soFar) {
        for (Turn turn : soFar) {
            boolean caller = turn.role() == Role.caller;
            entries.add(new Entry.Said(caller ? new Line.Caller(turn.text()) : new Line.Agent(turn.text())));
            callerSpoke |= caller;
            nextTurn = Math.max(nextTurn, turn.number() + 1);
        }
    }

    int nextTurn() {
        return nextTurn++;
    }

    boolean callerSpoke() {
        return callerSpoke;
    }

    /// Writes down a caller's turn; one that was taken back is continued.
    void caller(String text, long startMs, long endMs, Effects out) {
        lastCallerTurn = Optional.of(new CallerTurnTaken(nextTurn(), text, startMs));
        callerSaid(lastCallerTurn.get(), new Line.Caller(text), endMs, out);
    }

    void digits(String digits, long startMs, long endMs, Effects out) {
        lastCallerTurn = Optional.empty();
        callerSaid(new CallerTurnTaken(nextTurn(), digits, startMs), new Line.Digits(digits), endMs, out);
    }

    /// Continues the caller's last turn with more words: the pause in the middle was not its end.
    void callerGoesOn(CallerTurnTaken turn, String more, long endMs, Effects out) {
        int last = entries.lastIndexOf(new Entry.Said(new Line.Caller(turn.text())));
        if (last >= 0) {
            entries.remove(last);
        }
        lastCallerTurn = Optional.of(new CallerTurnTaken(turn.number(), turn.text() + " " + more, turn.startMs()));
        callerSaid(lastCallerTurn.get(), new Line.Caller(lastCallerTurn.get().text()), endMs, out);
    }

    /// The caller's last turn, if nothing was remembered since that makes it final.
    Optional<CallerTurnTaken> lastCallerTurn() {
        return lastCallerTurn;
    }

    /// From clause `from` on, the utterance belongs here.
    void agent(Utterance utterance, int from) {
        add(new Entry.Spoken(utterance, from, Integer.MAX_VALUE));
    }

    /// What was said up to clause `to` came before what follows.
    void agentSoFar(Utterance utterance, int to) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i) instanceof Entry.Spoken spoken && spoken.utterance() == utterance) {
                entries.set(i, new Entry.Spoken(utterance, spoken.from(), to));
                return;
            }
        }
    }

    void tool(String id, String name, Map<String, Object> arguments, Map<String, Object> result) {
        lastCallerTurn = Optional.empty();
        add(new Entry.Said(new Line.ToolCall(id, name, arguments)));
        add(new Entry.Said(new Line.ToolResult(id, name, result)));
    }

    /// The memory as lines, oldest first.
    List<Line> lines() {
        List<Line> lines = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Said(Line line) -> lines.add(line);
                case Entry.Spoken(Utterance utterance, int from, int to) -> {
                    String text = utterance.remembered(from, to);
                    if (!text.isEmpty()) {
                        lines.add(new Line.Agent(text));
                    }
                }
            }
        }
        return List.copyOf(lines);
    }

    /// The agent's last words, heard or about to be.
    String lastAgentText() {
        return lines().reversed().stream()
                .filter(Line.Agent.class::isInstance)
                .map(line -> ((Line.Agent) line).text())
                .findFirst()
                .orElse("");
    }

    /// Whether the caller has said something that was not answered.
    boolean answerOwed() {
        return !entries.isEmpty() && entries.getLast() instanceof Entry.Said(Line.Caller _);
    }

    /// Journals the agent's turn as far as it was heard.
    void agentTurn(Utterance utterance, Effects out) {
        out.add(new Command.TakeTurn(new Turn(
                utterance.turn(),
                Role.agent,
                utterance.heard(0, Integer.MAX_VALUE),
                utterance.closed() ? utterance.unheard() : "",
                utterance.startMs(),
                utterance.endMs(),
                utterance.ledger().flatMap(TurnLedger::latency))));
    }

    private void callerSaid(CallerTurnTaken turn, Line line, long endMs, Effects out) {
        callerSpoke = true;
        add(new Entry.Said(line));
        out.add(new Command.TakeTurn(
                new Turn(turn.number(), Role.caller, turn.text(), "", turn.startMs(), endMs, Optional.empty())));
    }

    private void add(Entry entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.add(entry);
    }
}
