package dev.pickup.core.call;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.number.PhoneNumber;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A call, over all its legs: its header. Turns and tools are beside it, see [CallStore#detail].
///
/// @param account    whose it is; [#NOBODY] when the number dialled belongs to no account
/// @param leg        the caller's
/// @param caller     empty when withheld
/// @param called     the number that was dialled
/// @param answering  who takes it
/// @param startedAt  when it rang
/// @param answeredAt when the caller was connected: zero of all times inside the call
/// @param commands   names of the carrier commands ever given: each at most once
/// @param result     once finalized
/// @param version    grows with every write of the header; the condition of the next one; 0 before the first
@RecordBuilder
public record Call(
        CallId id,
        AccountId account,
        CallLeg leg,
        Optional<PhoneNumber> caller,
        PhoneNumber called,
        Answering answering,
        CallState state,
        Instant startedAt,
        Optional<Instant> answeredAt,
        CallStream stream,
        Ownership owner,
        Closing closing,
        Set<String> commands,
        Optional<CallResult> result,
        long version) {
    /// Stands in for the account of calls to numbers that nobody owns.
    public static final AccountId NOBODY = new AccountId("acc_nobody");

    public Call {
        commands = Set.copyOf(commands);
    }

    /// Whether the carrier's leg is, as far as we were told, still up.
    public boolean isLive() {
        return state != CallState.ENDED && state != CallState.FINALIZED;
    }

    /// Whether both signals of its end are there. A call that no media task ever held has no journal to wait for, and
    /// none can hold it any more.
    public boolean isDue() {
        boolean journalClosed = owner.epoch() == 0 || closing.journalClosedAt().isPresent();
        return state == CallState.ENDED && closing.carrierEndedAt().isPresent() && journalClosed;
    }

    /// From answer to end; zero when it was never answered; empty while it lives.
    public Optional<Duration> duration() {
        return closing.carrierEndedAt()
                .map(end -> answeredAt
                        .filter(start -> start.isBefore(end))
                        .map(start -> Duration.between(start, end))
                        .orElse(Duration.ZERO));
    }

    Call answered(Instant at) {
        return CallBuilder.builder(this).answeredAt(Optional.of(at)).build();
    }

    Call in(CallState next) {
        return CallBuilder.builder(this).state(next).build();
    }

    Call with(CallStream next) {
        return CallBuilder.builder(this).stream(next).build();
    }

    Call with(Closing next) {
        return CallBuilder.builder(this).closing(next).build();
    }

    Call having(String command) {
        Set<String> more = new TreeSet<>(commands);
        more.add(command);
        return CallBuilder.builder(this).commands(more).build();
    }

    /// The call, held by `task` under the next epoch.
    public Call claimedBy(TaskId task, Instant now) {
        Ownership next = new Ownership(owner.epoch() + 1, Optional.of(task), Optional.of(now));
        Call held = CallBuilder.builder(this)
                .owner(next)
                .closing(closing.reopened())
                .build();
        return state == CallState.ANSWERED ? CallLifecycle.advance(held, CallState.IN_PROGRESS) : held;
    }

    /// The call, its journal closed by force.
    public Call journalForced(Instant now) {
        return with(closing.journalForced(now));
    }

    /// The call, finalized.
    ///
    /// @throws IllegalStateException it is not `ENDED`
    public Call finalized(CallResult what) {
        Call last = CallBuilder.builder(this).result(Optional.of(what)).build();
        return CallLifecycle.advance(last, CallState.FINALIZED);
    }

    /// No caller's number in logs.
    @Override
    public String toString() {
        return "Call[" + id + ", " + state + ", version " + version + "]";
    }
}
