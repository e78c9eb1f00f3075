package dev.pickup.core.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// How long we wait to be told before we look ourselves. Pure.
public final class CallPatience {
    /// A media task says every few seconds that it holds a call; after this it counts as dead. Chosen: three
    /// beats.
    public static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// From the carrier's end of a call to the end of its journal.
    public static final Duration JOURNAL = Duration.ofMinutes(2);

    /// From ring to answer: the answer is our own command, and its webhook comes within a second or two. Chosen: longer
    /// than all the carrier's attempts to tell us.
    private static final Duration RINGING = Duration.ofSeconds(10);

    /// A refused caller hears one sentence, or is put through.
    private static final Duration REFUSED = Duration.ofMinutes(1);

    /// A call that was put through is asked after this, and then with every sweep.
    private static final Duration TRANSFERRED = Duration.ofMinutes(5);

    /// Beyond the agent's limit, which the media task keeps: it says goodbye first.
    private static final Duration GRACE = Duration.ofMinutes(1);

    private CallPatience() {}

    /// Whether a live call must be asked for.
    public static boolean isOver(Call call, Instant now) {
        return switch (call.state()) {
            case RINGING -> isPast(call.startedAt(), RINGING, now);
            case ANSWERED, IN_PROGRESS, TRANSFERRING -> taskIsSilent(call, now) || isOverdue(call, now);
            case TRANSFERRED -> isPast(call.startedAt(), TRANSFERRED, now);
            case ENDED, FINALIZED -> false;
        };
    }

    /// What to do about a call whose leg is up though our patience is over.
    public static Transition next(Call call, Instant now) {
        if (call.state() == CallState.RINGING) {
            return CallDirector.answerMissed(call, now);
        }
        if (isOverdue(call, now)) {
            return CallDirector.overdue(call);
        }
        return taskIsSilent(call, now) ? CallDirector.taskLost(call, now) : Transition.none(call);
    }

    /// Whether no media task says that it holds the call, nor was one asked for lately.
    public static boolean taskIsSilent(Call call, Instant now) {
        return call.answering() instanceof Answering.ByAgent
                && Stream.of(call.owner().heartbeatAt(), call.stream().requestedAt(), call.answeredAt())
                        .flatMap(Optional::stream)
                        .allMatch(sign -> isPast(sign, HEARTBEAT, now));
    }

    /// Whether the journal of a call that is over stays open too long.
    public static boolean journalIsOverdue(Call call, Instant now) {
        return call.owner().epoch() > 0
                && call.closing()
                        .carrierEndedAt()
                        .filter(end -> isPast(end, JOURNAL, now))
                        .isPresent();
    }

    private static boolean isOverdue(Call call, Instant now) {
        Instant answered = call.answeredAt().orElse(call.startedAt());
        return switch (call.answering()) {
            case Answering.Refused _ ->
                isPast(answered, call.state() == CallState.TRANSFERRING ? REFUSED.multipliedBy(2) : REFUSED, now);
            case Answering.ByAgent by -> isPast(answered, by.maxDuration().plus(GRACE), now);
        };
    }

    private static boolean isPast(Instant since, Duration limit, Instant now) {
        return since.plus(limit).isBefore(now);
    }
}
