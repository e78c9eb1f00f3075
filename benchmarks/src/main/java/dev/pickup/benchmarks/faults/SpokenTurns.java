package dev.pickup.benchmarks.faults;

import dev.pickup.events.journal.JournalEntry.Role;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.session.CallJournal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// A journal that keeps what was said in each call, and nothing else. Any thread.
final class SpokenTurns implements CallJournal {
    private final Map<String, Map<Integer, TurnTaken>> calls = new ConcurrentHashMap<>();

    @Override
    public void append(JournalRecord record) {
        if (record.entry() instanceof TurnTaken turn) {
            calls.computeIfAbsent(record.callId(), _ -> new ConcurrentHashMap<>())
                    .put(turn.turn(), turn);
        }
    }

    /// In how many calls the caller was heard to say the words of one of these questions and no others.
    long heardOf(List<String> questions) {
        Set<String> whole = questions.stream().map(SpokenTurns::plain).collect(Collectors.toUnmodifiableSet());
        return calls.values().stream()
                .map(turns -> said(turns, Role.caller))
                .filter(heard -> whole.contains(plain(heard)))
                .count();
    }

    /// What the agent's side said after its greeting, as far as it was heard, and in how many calls.
    Map<String, Long> answers() {
        Map<String, Long> answers = new LinkedHashMap<>();
        calls.values().stream()
                .map(turns -> new TreeMap<>(turns))
                .map(turns -> turns.isEmpty() ? Map.<Integer, TurnTaken>of() : turns.tailMap(turns.firstKey(), false))
                .map(turns -> said(turns, Role.agent))
                .forEach(answer -> answers.merge(answer, 1L, Long::sum));
        return answers;
    }

    private static String said(Map<Integer, TurnTaken> turns, Role role) {
        return new TreeMap<>(turns)
                .values().stream()
                        .filter(turn -> turn.role() == role)
                        .map(TurnTaken::text)
                        .collect(Collectors.joining(" / "));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
    }
}
