package dev.pickup.simulators.caller;

import java.time.Duration;

/// One thing a caller does. `Say`, `Play` and `Digits` wait for the caller's turn; the others begin when they are
/// reached.
public sealed interface CallerStep {
    /// Speaks `text` with the caller's voice.
    record Say(String text) implements CallerStep {
        public Say {
            if (text.isBlank()) {
                throw new IllegalArgumentException("A caller cannot say nothing: give a text, or a wait instead.");
            }
        }

        @Override
        public String toString() {
            return "Say[" + text.length() + " characters]";
        }
    }

    /// Plays sound made elsewhere.
    record Play(Pcm audio) implements CallerStep {
        public Play {
            if (audio.length() == 0) {
                throw new IllegalArgumentException("A caller cannot play an empty sound.");
            }
        }
    }

    /// Stays silent for `length`, whatever the agent does.
    record Wait(Duration length) implements CallerStep {
        public Wait {
            if (length.isNegative() || length.compareTo(LONGEST_WAIT) > 0) {
                throw new IllegalArgumentException("A wait lasts between 0 and " + LONGEST_WAIT.toMillis() + " ms.");
            }
        }
    }

    /// Presses keys, one after the other: `0-9`, `*`, `#`, `A-D`.
    record Digits(String digits) implements CallerStep {
        public Digits {
            if (!digits.matches("[0-9*#A-D]{1,64}")) {
                throw new IllegalArgumentException("Digits are 1 to 64 of 0-9, *, # and A-D.");
            }
        }

        @Override
        public String toString() {
            return "Digits[" + digits.length() + "]";
        }
    }

    /// Waits until the agent has been talking for `agentSpeech`, then does `what` at once, over the agent's voice.
    record InterruptAfter(Duration agentSpeech, CallerStep what) implements CallerStep {
        public InterruptAfter {
            if (agentSpeech.isNegative() || agentSpeech.compareTo(LONGEST_WAIT) > 0) {
                throw new IllegalArgumentException(
                        "An interruption comes 0 to " + LONGEST_WAIT.toMillis() + " ms after the agent began.");
            }
            if (what instanceof InterruptAfter || what instanceof Wait) {
                throw new IllegalArgumentException("A caller interrupts by say, play, digits or hang-up.");
            }
        }
    }

    /// Hangs up; nothing after it is done.
    record HangUp() implements CallerStep {}

    /// No single wait is longer: a script that seems stuck should end.
    Duration LONGEST_WAIT = Duration.ofMinutes(30);
}
