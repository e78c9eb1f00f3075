package dev.pickup.simulators.transcribe;

import java.util.List;
import java.util.stream.Collectors;

/// Hears the same words in any audio: each when its time has passed. Segments end where 600 ms lie between
/// words.
public final class TimedScript implements Recognizer {
    /// Chosen: a pause that separates sentences.
    private static final long PAUSE_MS = 600;

    private static final int SAMPLES_PER_MS = 16;

    private final List<Word> script;

    /// A word from its first to its last sample, in ms since the stream began.
    public record Word(String text, long startMs, long endMs) {}

    public TimedScript(List<Word> script) {
        this.script = List.copyOf(script);
    }

    /// `text` from `startMs` on, 300 ms a word.
    public static TimedScript saying(String text, long startMs) {
        String[] words = text.split(" ", -1);
        List<Word> script = java.util.stream.IntStream.range(0, words.length)
                .mapToObj(i -> new Word(words[i], startMs + i * 300L, startMs + i * 300L + 280))
                .toList();
        return new TimedScript(script);
    }

    @Override
    public Ear open(String language, Words words) {
        return new Reader(words);
    }

    private final class Reader implements Ear {
        private final Words words;
        private long samples;
        private int segmentStart;
        private int told;

        Reader(Words words) {
            this.words = words;
        }

        @Override
        public void hear(short[] more) {
            samples += more.length;
            tell(samples / SAMPLES_PER_MS);
        }

        @Override
        public void end() {
            if (told > segmentStart) {
                tell(true);
            }
        }

        @Override
        public void close() {}

        private void tell(long nowMs) {
            while (told < script.size() && script.get(told).endMs() <= nowMs) {
                Word next = script.get(told);
                if (told > segmentStart && next.startMs() - script.get(told - 1).endMs() >= PAUSE_MS) {
                    tell(true);
                }
                told++;
                tell(false);
            }
            if (told > segmentStart && nowMs - script.get(told - 1).endMs() >= PAUSE_MS) {
                tell(true);
            }
        }

        private void tell(boolean complete) {
            List<Word> segment = script.subList(segmentStart, told);
            String text = segment.stream().map(Word::text).collect(Collectors.joining(" "));
            words.heard(text, segment.getFirst().startMs(), segment.getLast().endMs(), complete);
            if (complete) {
                segmentStart = told;
            }
        }
    }
}
