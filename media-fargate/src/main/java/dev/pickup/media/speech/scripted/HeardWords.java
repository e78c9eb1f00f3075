package dev.pickup.media.speech.scripted;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was heard, put in order: utterances as they began, words by their index, each once.
final class HeardWords {
    /// Utterances remembered so that a late frame does not repeat what was taken.
    private static final int REMEMBERED = 16;

    private final Map<Integer, SortedMap<Integer, CodedWord>> utterances = new LinkedHashMap<>();
    private final Map<Integer, Integer> taken = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// Adds a frame's word when it counts as heard; true when the text grew.
    boolean add(CodedWord word) {
        if (!word.isHeard() || word.index() <= taken.getOrDefault(word.utterance(), -1)) {
            return false;
        }
        SortedMap<Integer, CodedWord> words = utterances.computeIfAbsent(word.utterance(), _ -> new TreeMap<>());
        return words.putIfAbsent(word.index(), word) == null;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        utterances
                .values()
                .forEach(words -> words.values().forEach(word -> {
                    text.append(text.isEmpty() || word.joined() ? "" : " ").append(word.text());
                }));
        return text.toString();
    }

    /// Returns the text and forgets it.
    String take() {
        String text = text();
        utterances.forEach((utterance, words) -> taken.put(utterance, words.lastKey()));
        utterances.clear();
        return text;
    }
}
