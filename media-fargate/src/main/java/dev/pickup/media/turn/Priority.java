package dev.pickup.media.turn;

/// What an utterance is for, and so what it gives way to in the one queue of speech. Least important first.
enum Priority {
    /// "Are you still there?": said into a silence, to nobody's words.
    PROMPT,

    /// "One moment, please.": until the answer is there.
    FILLER,

    /// What the caller's turn led to; the greeting, too.
    ANSWER,

    /// The last sentence: something is broken, time is up, a person is called.
    APOLOGY,

    /// What the law wants heard: a disclosure.
    NOTICE;

    /// Whether it is thrown away when something of `next` is due.
    ///
    /// An apology takes the place of everything but a notice, in the middle of a word if need be: what is being
    /// said is of no use any more. Anything else takes the place of what the caller has not begun to hear and is
    /// not more important.
    boolean givesWayTo(Priority next, boolean begun) {
        return switch (next) {
            case APOLOGY -> this != NOTICE;
            case PROMPT, FILLER, ANSWER, NOTICE -> !begun && compareTo(next) <= 0 && this != NOTICE;
        };
    }

    /// Whether it is only said when nothing else is, or waits to be.
    boolean fillsSilence() {
        return this == PROMPT || this == FILLER;
    }

    /// Whether a caller who speaks stops it.
    boolean interruptible() {
        return compareTo(APOLOGY) < 0;
    }
}
