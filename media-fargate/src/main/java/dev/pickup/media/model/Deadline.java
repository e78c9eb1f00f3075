package dev.pickup.media.model;

import java.util.function.LongSupplier;

/// When patience with one reply ends. Belongs to one thread.
public final class Deadline {
    /// A pause among words that is so many times the longest before it is none.
    private static final int USUAL_PAUSES = 4;

    private static final String SENTENCE_ENDS = ".!?:;…。";

    private final ModelTimeouts timeouts;
    private final LongSupplier nanoTime;
    private final long begunAt;
    private long nextAt;
    private long wordsAt = Long.MIN_VALUE;
    private long longestPause;

    public Deadline(ModelTimeouts timeouts, LongSupplier nanoTime) {
        this.timeouts = timeouts;
        this.nanoTime = nanoTime;
        this.begunAt = nanoTime.getAsLong();
        this.nextAt = begunAt + timeouts.firstToken().toNanos();
    }

    /// Something after which nobody knows how long the next takes.
    public void somethingCame() {
        nextAt = nanoTime.getAsLong() + timeouts.betweenTokens().toNanos();
    }

    /// Whether words must follow `text` soon: a model that may call a tool is silent after a sentence while it writes
    /// the tool's arguments, and not amid one.
    public static boolean wordsFollow(String text, boolean toolsOffered) {
        String end = text.stripTrailing();
        return !end.isEmpty() && (!toolsOffered || SENTENCE_ENDS.indexOf(end.charAt(end.length() - 1)) < 0);
    }

    /// Words came, and more of them are due soon.
    public void wordsFollow() {
        long now = nanoTime.getAsLong();
        if (wordsAt != Long.MIN_VALUE) {
            longestPause = Math.max(longestPause, now - wordsAt);
        }
        wordsAt = now;
        long patience = Math.max(timeouts.betweenWords().toNanos(), USUAL_PAUSES * longestPause);
        nextAt = now + Math.min(patience, timeouts.betweenTokens().toNanos());
    }

    /// Until the next piece, or the end of all, is overdue; never negative.
    public long remainingNanos() {
        long now = nanoTime.getAsLong();
        return Math.max(0, Math.min(nextAt - now, begunAt + timeouts.total().toNanos() - now));
    }
}
