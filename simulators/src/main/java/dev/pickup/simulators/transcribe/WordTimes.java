package dev.pickup.simulators.transcribe;

import java.util.ArrayList;
import java.util.List;

/// When each word of a segment was said: a word that is new since the last time lies between the words before
/// it and the
/// end of what was heard. Not thread-safe.
final class WordTimes {
    private final List<Word> words = new ArrayList<>();

    record Word(String text, long startMs, long endMs) {}

    List<Word> update(String text, long startMs, long endMs) {
        List<String> now = text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
        int kept = Math.min(words.size(), now.size());
        words.subList(kept, words.size()).clear();
        for (int i = 0; i < kept; i++) {
            Word old = words.get(i);
            words.set(i, new Word(now.get(i), old.startMs(), old.endMs()));
        }
        long from = words.isEmpty() ? startMs : words.getLast().endMs();
        long step = Math.max(1, (endMs - from) / Math.max(1, now.size() - kept));
        for (int i = kept; i < now.size(); i++) {
            long start = from + (i - kept) * step;
            words.add(new Word(now.get(i), start, i == now.size() - 1 ? Math.max(endMs, start + 1) : start + step));
        }
        return List.copyOf(words);
    }
}
