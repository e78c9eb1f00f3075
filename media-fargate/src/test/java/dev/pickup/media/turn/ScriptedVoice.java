package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The voice of a [ScriptedCall]: makes sound of text at a steady pace, and gives it to the output.
final class ScriptedVoice {
    /// What it needs for the first sample, and how long a character sounds.
    private static final long FIRST_SAMPLE_MS = 80;

    private static final long MS_PER_CHARACTER = 60;
    private static final long FAILING_MS = 50;

    private final ScriptedCall call;
    private final ScriptedOutput output;
    private final Map<Integer, Integer> clauseCounts = new TreeMap<>();
    private final List<Rehearsed> rehearsal = new ArrayList<>();
    private boolean hangs;
    private int failures;

    /// What is made for nobody yet.
    private record Rehearsed(String text, long handedMs) {}

    ScriptedVoice(ScriptedCall call, ScriptedOutput output) {
        this.call = call;
        this.output = output;
    }

    /// From now on, text goes in and no sound comes out.
    void hangs() {
        hangs = true;
    }

    void fails(int times) {
        failures = times;
    }

    void rehearse(int clause, String text) {
        if (clause == 0) {
            rehearsal.clear();
        }
        rehearsal.add(new Rehearsed(text, call.nowMs()));
    }

    void dropRehearsal() {
        rehearsal.clear();
    }

    void openRehearsed(int utterance) {
        output.open(utterance);
        for (int i = 0; i < rehearsal.size(); i++) {
            speak(utterance, i, rehearsal.get(i).text(), rehearsal.get(i).handedMs());
        }
        rehearsal.clear();
    }

    void speak(int utterance, int clause, String text) {
        speak(utterance, clause, text, call.nowMs());
    }

    /// A sentence that was made beforehand.
    void play(int utterance, String text) {
        long lengthMs = text.length() * MS_PER_CHARACTER;
        output.open(utterance);
        output.made(utterance, 0, lengthMs);
        call.fact(new Fact.ClauseMade(utterance, 0, lengthMs, List.of()));
        output.end(utterance, 1);
    }

    void end(int utterance) {
        output.end(utterance, clauseCounts.getOrDefault(utterance, 0));
    }

    private void speak(int utterance, int clause, String text, long handedMs) {
        clauseCounts.merge(utterance, clause + 1, Math::max);
        if (failures > 0) {
            failures--;
            call.in(FAILING_MS, () -> call.fact(new Fact.VoiceFailed(utterance, "engine-failed")));
            return;
        }
        if (hangs) {
            return;
        }
        long beginsMs = handedMs + FIRST_SAMPLE_MS;
        call.in(Math.max(0, beginsMs - call.nowMs()), () -> {
            call.fact(new Fact.VoiceBegan(utterance, clause, handedMs * 1_000, beginsMs * 1_000));
            long lengthMs = text.length() * MS_PER_CHARACTER;
            call.fact(new Fact.ClauseMade(utterance, clause, lengthMs, List.of()));
            output.made(utterance, clause, lengthMs);
        });
    }
}
