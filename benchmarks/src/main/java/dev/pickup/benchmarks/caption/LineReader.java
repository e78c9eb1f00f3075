package dev.pickup.benchmarks.caption;

import dev.pickup.media.audio.AudioFrame;
import java.util.List;
import java.util.Optional;

/// What a caller's frames say: by their captions, or, where the wire has lost these, by the announcement that came
/// before. One per stream; not thread-safe.
public final class LineReader {
    private final Announcement.Reader announcements = new Announcement.Reader();
    private Announced announced = new Announced(new Announcement("", 0, -1));

    /// Takes the next frame; empty when nothing is said in it.
    public Optional<Caption> take(AudioFrame frame) {
        Optional<Caption> said = Caption.read(frame).or(announced::next);
        announcements.take(frame).ifPresent(announcement -> announced = new Announced(announcement));
        return said;
    }

    /// The frames behind an announcement, as if each had a caption.
    private static final class Announced {
        private final Announcement announcement;
        private final List<String> words;
        private final int[] ends;
        private int frame;
        private int word;

        Announced(Announcement announcement) {
            this.announcement = announcement;
            this.words = WordEnds.words(announcement.text());
            this.ends = WordEnds.of(words, announcement.first(), announcement.last());
        }

        Optional<Caption> next() {
            int now = frame++;
            if (now < announcement.first() || now > announcement.last()) {
                return Optional.empty();
            }
            boolean last = now == ends[word];
            Caption caption = new Caption(word, last, words.get(word));
            word += last ? 1 : 0;
            return Optional.of(caption);
        }
    }
}
