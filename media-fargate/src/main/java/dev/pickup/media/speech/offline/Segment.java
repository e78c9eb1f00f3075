package dev.pickup.media.speech.offline;

/// A stretch of one turn that is decoded in one piece; positions are samples. Guarded by its stream.
final class Segment {
    /// What a quick decode makes of its last moments is a guess: the sound breaks off amid a word, and the model may
    /// leave out more than that. More than words' times may differ from voice activity's, so that no turn ends
    /// with it.
    private static final long UNSURE = 400 * 16;

    final long from;
    long to;
    private boolean closed;
    private long decodingTo = -1;
    private long decodedTo = -1;
    private String decoded = "";
    private String guess = "";

    Segment(long from) {
        this.from = from;
        this.to = from;
    }

    /// Nothing more will be said in it.
    void close(long at) {
        to = at;
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /// The words, best known.
    String text() {
        return decodedTo >= 0 && decodedTo == to ? decoded : guess;
    }

    /// Where its best known words end.
    long heardTo() {
        return isSettled() ? to : Math.max(from, to - UNSURE);
    }

    /// True when all of it was decoded with the care that a final takes.
    boolean isSettled() {
        return decodedTo == to;
    }

    /// What a quick decode of the beginning made of it.
    void guess(String text) {
        guess = text;
    }

    /// What a careful decode up to `end` made of it.
    void decoded(String text, long end) {
        if (end >= decodedTo) {
            decoded = text;
            decodedTo = end;
            guess = text;
        }
    }

    /// Gives up on a careful decode: the guess stands.
    void settleForGuess() {
        decoded(guess, to);
    }

    /// True for the first who wants to decode it up to where it ends now.
    boolean beginDecoding() {
        boolean first = !isSettled() && decodingTo != to;
        if (first) {
            decodingTo = to;
        }
        return first;
    }
}
