package dev.pickup.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.agent.SomeAgents;
import dev.pickup.core.call.CallClaims.ClaimOutcome;
import dev.pickup.core.call.CallClaims.PendingStream;
import dev.pickup.core.call.CallStore.SaveOutcome;
import dev.pickup.events.journal.JournalEntry.Role;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.events.journal.JournalRecord;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [CallClaims] does.
public abstract class CallClaimsContract extends CallContract {
    private static final TaskId OTHER = new TaskId("task-2");

    @Test
    void aClaimTakesTheCallWithAllItNeeds() {
        Call call = answer(ring());
        StreamToken token = open(call);
        assertThat(claims().peek(token, NOW)).contains(new PendingStream(call.id(), "auth-" + token.hash()));

        ClaimedCall claimed = claimed(claims().claim(token, call.leg().controlId(), TASK, NOW));

        assertThat(claimed.epoch()).isEqualTo(1);
        assertThat(claimed.settings()).isEqualTo(SomeAgents.settings("Front desk"));
        assertThat(claimed.caller()).contains(CallExamples.CALLER);
        assertThat(claimed.answeredAt()).isEqualTo(call.answeredAt().orElseThrow());
        assertThat(claimed.turnsSoFar()).isEmpty();
        assertThat(read(call).state()).isEqualTo(CallState.IN_PROGRESS);
        assertThat(read(call).owner().heartbeatAt()).contains(NOW);
        assertThat(claims().peek(token, NOW)).as("spent").isEmpty();
    }

    @Test
    void aTokenIsSpentOnce() {
        Call call = answer(ring());
        StreamToken token = claim(call);
        Call held = read(call);
        assertThat(claims().claim(token, call.leg().controlId(), OTHER, NOW))
                .isInstanceOf(ClaimOutcome.TokenSpent.class);
        assertThat(read(call)).isEqualTo(held);
    }

    @Test
    void aTokenIsSpentOnceWithinOneTaskToo() {
        Call call = answer(ring());
        StreamToken token = claim(call);
        assertThat(claims().claim(token, call.leg().controlId(), TASK, NOW))
                .as("another socket of the same task")
                .isInstanceOf(ClaimOutcome.TokenSpent.class);
    }

    @Test
    void ofManyTasksAtOnceOneGetsTheCall() throws Exception {
        Call call = answer(ring());
        StreamToken token = open(call);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ClaimOutcome>> tasks = IntStream.range(0, 8)
                    .<Callable<ClaimOutcome>>mapToObj(
                            i -> () -> claims().claim(token, call.leg().controlId(), new TaskId("racing-" + i), NOW))
                    .toList();
            long won = 0;
            for (var outcome : threads.invokeAll(tasks)) {
                won += outcome.get() instanceof ClaimOutcome.Claimed ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(read(call).owner().epoch()).isEqualTo(1);
    }

    @Test
    void anExpiredTokenThatIsStillThereOpensNothing() {
        Call call = answer(ring());
        StreamToken token = open(call);
        Instant late = NOW.plus(StreamToken.LIFETIME).plusSeconds(1);
        assertThat(claims().peek(token, late)).isEmpty();
        assertThat(claims().claim(token, call.leg().controlId(), TASK, late)).isInstanceOf(ClaimOutcome.Unknown.class);
        assertThat(read(call).owner().epoch()).isZero();
        assertThat(claims().claim(token, call.leg().controlId(), TASK, NOW)).isInstanceOf(ClaimOutcome.Claimed.class);
    }

    @Test
    void anUnknownTokenOpensNothing() {
        assertThat(claims().peek(token(), NOW)).isEmpty();
        assertThat(claims().claim(token(), "v3:x", TASK, NOW)).isInstanceOf(ClaimOutcome.Unknown.class);
    }

    @Test
    void aTokenIsNotSpentByAStreamOfAnotherCall() {
        Call call = answer(ring());
        StreamToken token = open(call);
        assertThat(claims().claim(token, "v3:another", TASK, NOW)).isInstanceOf(ClaimOutcome.WrongCall.class);
        assertThat(claims().peek(token, NOW)).isPresent();
    }

    @Test
    void aCallThatIsOverCannotBeClaimed() {
        Call call = answer(ring());
        StreamToken token = open(call);
        end(read(call));
        assertThat(claims().claim(token, call.leg().controlId(), TASK, NOW)).isInstanceOf(ClaimOutcome.CallEnded.class);
    }

    @Test
    void theNextTaskTakesOverWithTheTurnsSoFarAndTheOldOneMustStop() {
        Call call = answer(ring());
        claim(call);
        journal().write(new JournalRecord(call.id().value(), 1, 0, 900, turn()), NOW);
        Call moved = stored(CallDirector.taskLost(read(call), NOW));
        StreamToken second = open(moved);

        ClaimedCall taken = claimed(claims().claim(second, call.leg().controlId(), OTHER, NOW));

        assertThat(taken.epoch()).isEqualTo(2);
        assertThat(taken.turnsSoFar()).extracting(Turn::text).containsExactly("Hello.");
        assertThat(claims().heartbeat(call.id(), 1, NOW)).as("the old task").isFalse();
        assertThat(claims().conclude(call.id(), 1, NOW)).as("the old task").isFalse();
        assertThat(claims().heartbeat(call.id(), 2, NOW.plusSeconds(5))).isTrue();
        assertThat(read(call).owner().heartbeatAt()).contains(NOW.plusSeconds(5));
    }

    @Test
    void aHeartbeatDoesNotDisturbAWriteOfTheHeaderNorIsItUndoneByOne() {
        Call call = answer(ring());
        claim(call);
        Call seen = read(call);
        assertThat(claims().heartbeat(call.id(), 1, NOW.plusSeconds(5))).isTrue();
        assertThat(calls().save(CallDirector.overdue(seen))).isEqualTo(SaveOutcome.SAVED);
        assertThat(read(call).owner().heartbeatAt()).contains(NOW.plusSeconds(5));
    }

    @Test
    void aHeartbeatOfACallThatIsOverSaysStop() {
        Call call = answer(ring());
        claim(call);
        end(read(call));
        assertThat(claims().heartbeat(call.id(), 1, NOW)).isFalse();
    }

    @Test
    void afterAConversationIsConcludedNoStreamFollows() {
        Call call = answer(ring());
        claim(call);
        Call seen = read(call);
        assertThat(claims().conclude(call.id(), 1, NOW)).isTrue();
        assertThat(calls().save(CallDirector.taskLost(seen, NOW)))
                .as("decided before it was concluded")
                .isEqualTo(SaveOutcome.LOST_RACE);
        assertThat(CallDirector.taskLost(read(call), NOW).changed()).isFalse();
    }

    private static ClaimedCall claimed(ClaimOutcome outcome) {
        assertThat(outcome).isInstanceOf(ClaimOutcome.Claimed.class);
        return ((ClaimOutcome.Claimed) outcome).call();
    }

    private static TurnTaken turn() {
        return new TurnTaken(0, Role.agent, "Hello.", "", 100, 900, null);
    }
}
