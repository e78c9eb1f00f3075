package dev.pickup.media.turn;

import dev.pickup.core.call.Turn;
import dev.pickup.events.journal.JournalEntry.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What was said so far: the agent's memory, and the numbers of the turns. Bounded: the oldest lines are forgotten. Not
/// thread-safe.
final class Dialogue {
    /// About an hour of talk; a model's context is smaller than that anyway. Chosen.
    private static final int CAPACITY = 400;

    private final List<Entry> entries = new ArrayList<>();
    private int nextTurn;
    private boolean callerSpoke;
    private Optional<CallerTurnTaken> lastCallerTurn = Optional.empty();
    private Optional<CallerTurnTaken> lastTurn = Optional.empty();

    private sealed interface Entry {
        record Said(Line line) implements Entry {}

        /// Clauses of an utterance; what of them is remembered depends on how far it gets.
        record Spoken(Utterance utterance, int from, int to) implements Entry {
            /// Whether it is going to be remembered, whatever the caller does now.
            boolean begun() {
                return utterance.begun() || utterance.closed();
            }
        }
    }

    /// A caller's turn as it was journaled; it can be taken back as long as nothing of the reply was heard.
    ///
    /// @param before what was said before a pause that we took for the end
    /// @param words  what was said after it
    record CallerTurnTaken(int number, String before, String words, long startMs) {
        String text() {
            return before.isEmpty() ? words : before + " " + words;
        }
    }

    Dialogue(List<Turn> soFar) {
        for (Turn turn : soFar) {
            boolean caller = turn.role() == Role.caller;
            entries.add(new Entry.Said(caller ? new Line.Caller(turn.text()) : new Line.Agent(turn.text())));
            callerSpoke |= caller;
            nextTurn = Math.max(nextTurn, turn.number() + 1);
        }
    }

    int size() {
        return entries.size();
    }

    int nextTurn() {
        return nextTurn++;
    }

    boolean callerSpoke() {
        return callerSpoke;
    }

    /// Writes down a caller's turn; one that was taken back is continued.
    void caller(String text, long startMs, long endMs, Effects out) {
        lastCallerTurn = Optional.of(new CallerTurnTaken(nextTurn(), "", text, startMs));
        callerSaid(lastCallerTurn.get(), new Line.Caller(text), endMs, out);
    }

    void digits(String digits, long startMs, long endMs, Effects out) {
        lastCallerTurn = Optional.empty();
        callerSaid(new CallerTurnTaken(nextTurn(), "", digits, startMs), new Line.Digits(digits), endMs, out);
    }

    /// Continues the caller's last turn with more words: the pause in the middle was not its end.
    void callerGoesOn(CallerTurnTaken turn, String more, long endMs, Effects out) {
        int last = entries.lastIndexOf(new Entry.Said(new Line.Caller(turn.text())));
        if (last >= 0) {
            entries.remove(last);
        }
        lastCallerTurn = Optional.of(new CallerTurnTaken(turn.number(), turn.text(), more, turn.startMs()));
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

    /// Mends the words of the caller's last turn, wherever it lies in memory. False when it is not known any more.
    boolean correct(String wrong, String right, long endMs, Effects out) {
        Optional<CallerTurnTaken> turn = lastTurn.filter(taken -> taken.words().equals(wrong));
        if (turn.isEmpty()) {
            return false;
        }
        int at = entries.lastIndexOf(new Entry.Said(new Line.Caller(turn.get().text())));
        if (at < 0) {
            return false;
        }
        CallerTurnTaken mended = new CallerTurnTaken(
                turn.get().number(), turn.get().before(), right, turn.get().startMs());
        entries.set(at, new Entry.Said(new Line.Caller(mended.text())));
        lastTurn = Optional.of(mended);
        lastCallerTurn = lastCallerTurn.map(_ -> mended);
        taken(mended, endMs, out);
        return true;
    }

    /// The memory as it would be if the caller's words were these, and nothing were said that was not begun.
    List<Line> linesIf(String words, boolean goesOn) {
        List<Line> lines = new ArrayList<>(lines(entry -> !(entry instanceof Entry.Spoken spoken) || spoken.begun()));
        if (goesOn && lastCallerTurn.isPresent()) {
            String before = lastCallerTurn.get().text();
            int at = lines.lastIndexOf(new Line.Caller(before));
            if (at >= 0) {
                lines.remove(at);
            }
            lines.add(new Line.Caller(before + " " + words));
        } else {
            lines.add(new Line.Caller(words));
        }
        return List.copyOf(lines);
    }

    /// The memory as lines, oldest first.
    List<Line> lines() {
        return lines(_ -> true);
    }

    private List<Line> lines(Predicate<Entry> remembered) {
        List<Line> lines = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            if (!remembered.test(entry)) {
                continue;
            }
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
        for (Entry entry : entries.reversed()) {
            String text = switch (entry) {
                case Entry.Said(Line.Agent(String said)) -> said;
                case Entry.Said _ -> "";
                case Entry.Spoken(Utterance utterance, int from, int to) -> utterance.remembered(from, to);
            };
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
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
        lastTurn = lastCallerTurn;
        add(new Entry.Said(line));
        taken(turn, endMs, out);
    }

    private static void taken(CallerTurnTaken turn, long endMs, Effects out) {
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
