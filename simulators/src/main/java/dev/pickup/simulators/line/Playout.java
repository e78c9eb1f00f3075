package dev.pickup.simulators.line;

import dev.pickup.simulators.caller.Pcm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What came back over the socket and waits to be played, in order, with the marks between. One thread.
///
/// A mark is due when all sound before it has been played: at once when there is none. [#clear] throws the sound away
/// and makes all marks due. Source: "Media Streaming over WebSockets".
public final class Playout {
    /// The carrier publishes no limit; two minutes is far more than a live conversation needs.
    static final int LIMIT_SAMPLES = 120 * Pcm.SAMPLE_RATE_HZ;

    private sealed interface Item {
        record Sound(Pcm sound) implements Item {}

        record Mark(String name) implements Item {}
    }

    private final ArrayDeque<Item> items = new ArrayDeque<>();
    private int playedOfHead;
    private long waiting;

    /// @return false when it is full, and the sound was thrown away
    public boolean add(Pcm sound) {
        if (waiting + sound.length() > LIMIT_SAMPLES) {
            return false;
        }
        items.add(new Item.Sound(sound));
        waiting += sound.length();
        return true;
    }

    public void mark(String name) {
        items.add(new Item.Mark(name));
    }

    /// Takes the marks that have been reached.
    public List<String> due() {
        List<String> due = new ArrayList<>(0);
        while (items.peek() instanceof Item.Mark(String name)) {
            due.add(name);
            items.remove();
        }
        return due;
    }

    /// Fills `frame` with the next sound; the rest of it is silent. Marks inside stay until [#due] is asked after it.
    ///
    /// @return whether there was any sound
    public boolean play(short[] frame) {
        Arrays.fill(frame, (short) 0);
        List<Item> passed = new ArrayList<>(0);
        int filled = 0;
        while (filled < frame.length && !items.isEmpty()) {
            switch (items.peek()) {
                case Item.Mark _ -> passed.add(items.remove());
                case Item.Sound(Pcm sound) -> filled += playHead(sound, frame, filled);
            }
        }
        passed.reversed().forEach(items::addFirst);
        waiting -= filled;
        return filled > 0;
    }

    /// @return the marks that were waiting
    public List<String> clear() {
        List<String> marks = items.stream()
                .filter(Item.Mark.class::isInstance)
                .map(i -> ((Item.Mark) i).name())
                .toList();
        items.clear();
        playedOfHead = 0;
        waiting = 0;
        return marks;
    }

    private int playHead(Pcm sound, short[] frame, int at) {
        int count = Math.min(frame.length - at, sound.length() - playedOfHead);
        sound.copyTo(playedOfHead, frame, at, count);
        playedOfHead += count;
        if (playedOfHead == sound.length()) {
            items.remove();
            playedOfHead = 0;
        }
        return count;
    }
}
