package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.List;

/// What one step does: the time it happens at and the commands so far.
final class Effects {
    private final long nowUs;
    private final List<Command> commands = new ArrayList<>();

    Effects(long nowUs) {
        this.nowUs = nowUs;
    }

    long nowUs() {
        return nowUs;
    }

    long nowMs() {
        return nowUs / 1_000;
    }

    void add(Command command) {
        commands.add(command);
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }
}
