package dev.pickup.media.turn;

import java.util.Optional;

/// Keys that the caller presses: digits that follow one another are one turn. `#` ends it. Not thread-safe.
final class DigitInput {
    /// Longer than any number that a person types. Chosen.
    private static final int MOST = 64;

    private final TurnSettings.Waits waits;
    private final Timers timers;
    private final StringBuilder digits = new StringBuilder();
    private long startMs;
    private long endMs;

    /// A complete input.
    record Pressed(String digits, long startMs, long endMs) {}

    DigitInput(TurnSettings.Waits waits, Timers timers) {
        this.waits = waits;
        this.timers = timers;
    }

    boolean idle() {
        return digits.isEmpty();
    }

    Optional<Pressed> press(char digit, Effects out) {
        if (digits.isEmpty()) {
            startMs = out.nowMs();
        }
        endMs = out.nowMs();
        if (digit != '#') {
            digits.append(digit);
        }
        if (digit == '#' || digits.length() == MOST) {
            return over(out);
        }
        timers.arm(Timer.DIGITS, out.nowMs() + waits.digits(), out);
        return Optional.empty();
    }

    /// No further digit comes.
    Optional<Pressed> over(Effects out) {
        timers.cancel(Timer.DIGITS, out);
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        Pressed pressed = new Pressed(digits.toString(), startMs, endMs);
        digits.setLength(0);
        return Optional.of(pressed);
    }
}
