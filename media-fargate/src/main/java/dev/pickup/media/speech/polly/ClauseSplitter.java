package dev.pickup.media.speech.polly;

import dev.pickup.media.audio.AudioFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tells whose audio it is: a stream's sound comes without a mark where one clause ends and the next begins. A
/// boundary is where sound begins again after a pause, once most of what the clause's text needs has been
/// heard; without a pause, where it must be over by any pace. Whole frames only: a cut inside of a word must
/// not be heard. Pure. Not thread-safe.
final class ClauseSplitter {
    /// Mean amplitude below which a frame is a pause: 46 dB below full scale. Voices are digitally silent
    /// between sentences; telephone noise is not part of this sound.
    private static final int QUIET = 160;

    /// Five frames are longer than any stop consonant (up to about 80 ms), shorter than the pause after a
    /// comma.
    private static final int PAUSE_FRAMES = 5;

    private static final double SOONEST = 0.6;
    private static final double LATEST = 1.7;
    private static final int LATEST_EXTRA_FRAMES = 20;

    private final double framesPerCharacter;
    private final List<Integer> characters = new ArrayList<>();
    private short[] rest = new short[0];
    private int current;
    private int frames;
    private int pause;

    /// Receives the audio, clause by clause in order.
    interface Sink {
        void audio(int clause, short[] samples);

        /// The clause has no more audio.
        void done(int clause);
    }

    /// @param samplesPerCharacter the voice's pace
    ClauseSplitter(double samplesPerCharacter) {
        this.framesPerCharacter = samplesPerCharacter / AudioFrame.SAMPLES;
    }

    /// The text of the next clause was sent.
    void expect(int length) {
        characters.add(length);
    }

    /// The clause whose audio comes now; the number of clauses when all are done.
    int current() {
        return current;
    }

    /// Samples of the current clause that were handed on.
    long handedOn() {
        return (long) frames * AudioFrame.SAMPLES;
    }

    /// Whether much less was heard than the text that was sent needs.
    boolean isShort() {
        double due = 0;
        for (int i = current; i < characters.size(); i++) {
            due += characters.get(i) * framesPerCharacter;
        }
        return current < characters.size() && frames < SOONEST * due;
    }

    void accept(short[] samples, Sink sink) {
        short[] all = Arrays.copyOf(rest, rest.length + samples.length);
        System.arraycopy(samples, 0, all, rest.length, samples.length);
        int from = 0;
        int at = 0;
        for (; at + AudioFrame.SAMPLES <= all.length; at += AudioFrame.SAMPLES) {
            boolean quiet = isQuiet(all, at);
            if (isBoundary(quiet)) {
                hand(all, from, at, sink);
                from = at;
                sink.done(current);
                current++;
                frames = 0;
            }
            pause = quiet ? pause + 1 : 0;
            frames++;
        }
        hand(all, from, at, sink);
        rest = Arrays.copyOfRange(all, at, all.length);
    }

    /// No more audio comes.
    void end(Sink sink) {
        if (rest.length > 0 && current < characters.size()) {
            sink.audio(current, rest);
        }
        rest = new short[0];
        for (; current < characters.size(); current++) {
            sink.done(current);
        }
    }

    private boolean isBoundary(boolean quiet) {
        if (current + 1 >= characters.size()) {
            return false;
        }
        double expected = characters.get(current) * framesPerCharacter;
        boolean goesOnAfterPause = !quiet && pause >= PAUSE_FRAMES && frames >= SOONEST * expected;
        return goesOnAfterPause || frames > LATEST * expected + LATEST_EXTRA_FRAMES;
    }

    private void hand(short[] all, int from, int to, Sink sink) {
        if (to > from && current < characters.size()) {
            sink.audio(current, Arrays.copyOfRange(all, from, to));
        }
    }

    private static boolean isQuiet(short[] samples, int from) {
        long sum = 0;
        for (int i = from; i < from + AudioFrame.SAMPLES; i++) {
            sum += Math.abs(samples[i]);
        }
        return sum < (long) QUIET * AudioFrame.SAMPLES;
    }
}
