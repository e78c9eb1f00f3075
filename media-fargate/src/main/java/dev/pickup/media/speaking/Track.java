package dev.pickup.media.speaking;

import dev.pickup.media.audio.AudioFrame;
import java.util.ArrayList;
import java.util.List;

/// One utterance: its clauses and the place up to which it was sent. Not thread-safe.
final class Track {
    final List<ClauseAudio> clauses = new ArrayList<>();
    boolean complete;
    boolean begun;
    int clause;
    int sample;
    int heardClause = -1;
    double heardMs;

    boolean allSent() {
        return complete && clause >= clauses.size();
    }

    /// The audio of this clause; of those before it, too.
    ClauseAudio audio(int number) {
        while (clauses.size() <= number) {
            clauses.add(new ClauseAudio());
        }
        return clauses.get(number);
    }

    /// The clauses that were not made completely are made anew.
    void giveUpUnmade() {
        for (int i = 0; i < clauses.size(); i++) {
            if (!clauses.get(i).done) {
                clauses.set(i, new ClauseAudio());
                if (clause == i) {
                    sample = 0;
                }
            }
        }
    }

    /// Audio of one clause, as it is made.
    static final class ClauseAudio {
        final List<short[]> pieces = new ArrayList<>();
        int samples;
        boolean done;
        double endMs = -1;

        short[] frameAt(int from) {
            short[] frame = new short[AudioFrame.SAMPLES];
            int start = 0;
            for (short[] piece : pieces) {
                int first = Math.max(from, start);
                int last = Math.min(from + frame.length, start + piece.length);
                if (first < last) {
                    System.arraycopy(piece, first - start, frame, first - from, last - first);
                }
                start += piece.length;
            }
            return frame;
        }
    }
}
