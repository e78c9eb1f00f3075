package dev.pickup.local.house.broken.media.turn;

/// Breaks the rules on purpose.
public final class BrokenTurn {
    void knows(Thread thread) {}
}
