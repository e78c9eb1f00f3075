package dev.pickup.media.speech.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a caller says until their turn is over: one segment, or several when they talk for long. Guarded by its
/// stream.
final class SpokenTurn {
    private final List<Segment> segments = new ArrayList<>();
    private boolean over;
    private boolean delivered;
    private long endMs;

    List<Segment> segments() {
        return segments;
    }

    Segment last() {
        return segments.getLast();
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    String text() {
        return segments.stream()
                .map(Segment::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    long startMs() {
        return isEmpty() ? endMs : segments.getFirst().from / 16;
    }

    long endMs() {
        return over || isEmpty() ? endMs : last().heardTo() / 16;
    }

    void end(long atMs) {
        over = true;
        endMs = atMs;
    }

    boolean isOver() {
        return over;
    }

    /// True once: when the turn is over and all its words are known.
    boolean mayBeDelivered() {
        boolean now = over && !delivered && segments.stream().allMatch(Segment::isSettled);
        delivered |= now;
        return now;
    }
}
