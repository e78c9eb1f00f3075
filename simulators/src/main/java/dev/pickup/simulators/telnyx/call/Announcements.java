package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.caller.Pcm;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;

/// What `speak` commands play to one leg, one after the other. Owned by the exchange's loop.
final class Announcements {
    /// The carrier's limit is not published; nobody listens to more.
    private static final int MOST_WAITING = 20;

    private record Announcement(Pcm sound, Optional<String> clientState) {}

    private final LegEvents events;
    private final ArrayDeque<Announcement> waiting = new ArrayDeque<>();
    private int played;

    Announcements(LegEvents events) {
        this.events = events;
    }

    void add(Pcm sound, Optional<String> clientState) {
        if (waiting.size() == MOST_WAITING) {
            return;
        }
        waiting.add(new Announcement(sound, clientState));
        if (waiting.size() == 1) {
            events.speakStarted(clientState);
        }
    }

    /// Fills `frame` with the next 20 ms; silence when there is nothing.
    void play(short[] frame) {
        Arrays.fill(frame, (short) 0);
        Announcement now = waiting.peek();
        if (now == null) {
            return;
        }
        int count = Math.min(frame.length, now.sound().length() - played);
        now.sound().copyTo(played, frame, 0, count);
        played += count;
        if (played == now.sound().length()) {
            next("completed");
        }
    }

    /// Ends the current one.
    void stopCurrent() {
        if (!waiting.isEmpty()) {
            next("completed");
        }
    }

    /// Ends the current one and drops the others.
    void stopAll(String status) {
        Announcement now = waiting.peek();
        waiting.clear();
        played = 0;
        if (now != null) {
            events.speakEnded(now.clientState(), status);
        }
    }

    private void next(String status) {
        events.speakEnded(waiting.remove().clientState(), status);
        played = 0;
        if (!waiting.isEmpty()) {
            events.speakStarted(waiting.element().clientState());
        }
    }
}
