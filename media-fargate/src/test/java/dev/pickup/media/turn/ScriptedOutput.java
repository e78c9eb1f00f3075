package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The pacer, the carrier and the caller's ear of a [ScriptedCall]: plays what is made, in order, in real time, and
/// returns marks 30 ms after the last sample.
final class ScriptedOutput {
    private static final long MARK_MS = 30;

    private final ScriptedCall call;
    private final Map<Integer, TreeMap<Integer, Long>> made = new TreeMap<>();
    private final Map<Integer, Integer> clauses = new TreeMap<>();
    private final Map<Integer, Integer> left = new TreeMap<>();
    private final List<Heard> heard = new ArrayList<>();
    private final Set<Integer> lost = new HashSet<>();
    private boolean marks = true;
    private boolean tells = true;
    private int held = -1;
    private long epoch;
    private int utterance = -1;
    private int clause;
    private long fromMs;
    private long sinceMs = -1;

    /// A stretch of sound at the caller's ear.
    record Heard(int utterance, int clause, long startMs, long endMs, long fromMs) {}

    ScriptedOutput(ScriptedCall call) {
        this.call = call;
    }

    void loseMarks() {
        marks = false;
    }

    void keepMarks() {
        marks = true;
    }

    void neverTells() {
        tells = false;
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    void lose(int id) {
        lost.add(id);
    }

    boolean losesAny() {
        return !lost.isEmpty();
    }

    void open(int id) {
        if (lost.contains(id)) {
            return;
        }
        made.computeIfAbsent(id, _ -> new TreeMap<>());
        if (utterance < 0) {
            next();
        }
    }

    /// No more clauses than these will come.
    void end(int id, int count) {
        clauses.put(id, count);
        leaveIfDone();
    }

    void made(int id, int number, long lengthMs) {
        if (made.containsKey(id)) {
            made.get(id).putIfAbsent(number, lengthMs);
            play();
        }
    }

    void pause(int id) {
        held = id;
        if (left.containsKey(id)) {
            call.in(0, () -> call.fact(new Fact.OutputHeld(id, left.get(id), Long.MAX_VALUE / 2)));
            return;
        }
        long playedMs = sinceMs < 0 ? 0 : fromMs + call.nowMs() - sinceMs;
        boolean nothing = id != utterance || (clause == 0 && playedMs == 0);
        stop();
        fromMs = playedMs;
        int at = nothing ? -1 : clause;
        if (tells) {
            call.in(0, () -> call.fact(new Fact.OutputHeld(id, at, nothing ? 0 : playedMs)));
        }
    }

    void resume(int id, int number, long from) {
        held = -1;
        if (left.containsKey(id)) {
            call.in(MARK_MS, () -> call.fact(new Fact.ClausePlayed(id, number)));
        }
        if (!made.containsKey(id)) {
            play();
            return;
        }
        stop();
        utterance = id;
        clause = number;
        fromMs = from;
        play();
    }

    void drop(int id) {
        made.remove(id);
        if (id == held) {
            held = -1;
        }
        if (id == utterance) {
            if (sinceMs >= 0) {
                long playedMs = fromMs + call.nowMs() - sinceMs;
                int at = clause;
                call.in(0, () -> call.fact(new Fact.OutputHeld(id, at, playedMs)));
            }
            stop();
            next();
        }
        play();
    }

    private void next() {
        utterance = made.isEmpty() ? -1 : made.keySet().iterator().next();
        clause = 0;
        fromMs = 0;
    }

    private void play() {
        if (held >= 0 || sinceMs >= 0 || utterance < 0 || !made.get(utterance).containsKey(clause)) {
            return;
        }
        long lengthMs = made.get(utterance).get(clause);
        long mine = ++epoch;
        int id = utterance;
        int number = clause;
        sinceMs = call.nowMs();
        long endMs = sinceMs + Math.max(0, lengthMs - fromMs);
        call.fact(new Fact.FrameSent(id, call.nowMs() * 1_000));
        call.fact(new Fact.ClauseSent(id, number, endMs));
        call.in(endMs - sinceMs, () -> {
            if (epoch == mine) {
                ended(id, number);
            }
        });
    }

    private void ended(int id, int number) {
        stop();
        clause++;
        fromMs = 0;
        long mine = epoch;
        if (marks) {
            call.in(MARK_MS, () -> {
                if (epoch == mine || utterance != id || clause > number) {
                    call.fact(new Fact.ClausePlayed(id, number));
                }
            });
        }
        leaveIfDone();
        play();
    }

    private void leaveIfDone() {
        if (sinceMs < 0 && utterance >= 0 && clauses.getOrDefault(utterance, Integer.MAX_VALUE) <= clause) {
            made.remove(utterance);
            left.put(utterance, clause - 1);
            next();
            play();
        }
    }

    private void stop() {
        if (sinceMs >= 0 && call.nowMs() > sinceMs) {
            heard.add(new Heard(utterance, clause, sinceMs, call.nowMs(), fromMs));
        }
        sinceMs = -1;
        epoch++;
    }
}
