package dev.pickup.simulators.caller;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What a caller does during one call, and how patient they are. Immutable.
///
/// @param steps         done in this order
/// @param afterLastStep who ends the call when there is nothing left to do
/// @param turnSilence   the agent has finished when nothing was audible for this long
/// @param patience      without a sound from the agent for this long, the caller goes on anyway, and the report notes
/// it
/// @param ringPatience  how long the caller lets it ring
public record CallerScript(
        List<CallerStep> steps,
        AfterLastStep afterLastStep,
        Duration turnSilence,
        Duration patience,
        Duration ringPatience) {

    /// Who ends the call after the last step.
    public enum AfterLastStep {
        /// The caller lets the agent finish its answer and hangs up.
        HANG_UP,
        /// The caller stays until the agent hangs up, at most [#LONGEST_SILENT_WAIT] after the last sound.
        WAIT_FOR_AGENT
    }

    /// How long a caller who waits for the agent to hang up stays on a silent line.
    public static final Duration LONGEST_SILENT_WAIT = Duration.ofSeconds(60);

    public CallerScript {
        steps = List.copyOf(steps);
        if (steps.size() > 1000) {
            throw new IllegalArgumentException("A script has at most 1000 steps.");
        }
        if (!Stream.of(turnSilence, patience, ringPatience).allMatch(Duration::isPositive)) {
            throw new IllegalArgumentException("Turn silence, patience and ring patience are longer than nothing.");
        }
    }

    /// These steps, with a usual person's patience; hangs up after the answer to the last one.
    public static CallerScript of(CallerStep... steps) {
        return of(List.of(steps));
    }

    /// These steps, with a usual person's patience; hangs up after the answer to the last one.
    public static CallerScript of(List<CallerStep> steps) {
        return new CallerScript(
                steps, AfterLastStep.HANG_UP, Duration.ofMillis(700), Duration.ofSeconds(15), Duration.ofSeconds(60));
    }

    /// Says each of these lines when it is the caller's turn.
    public static CallerScript saying(String... lines) {
        return of(Stream.of(lines).<CallerStep>map(CallerStep.Say::new).toList());
    }

    public CallerScript withAfterLastStep(AfterLastStep value) {
        return new CallerScript(steps, value, turnSilence, patience, ringPatience);
    }

    public CallerScript withTurnSilence(Duration value) {
        return new CallerScript(steps, afterLastStep, value, patience, ringPatience);
    }

    public CallerScript withPatience(Duration value) {
        return new CallerScript(steps, afterLastStep, turnSilence, value, ringPatience);
    }

    public CallerScript withRingPatience(Duration value) {
        return new CallerScript(steps, afterLastStep, turnSilence, patience, value);
    }
}
