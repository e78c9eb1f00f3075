package dev.pickup.core.call;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.number.PhoneNumber;
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

    /// Whether both signals of its end are there. A call that no media task ever held has no journal to wait
    /// for, and
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
        return new Call(
                id,
                account,
                leg,
                caller,
                called,
                answering,
                state,
                startedAt,
                Optional.of(at),
                stream,
                owner,
                closing,
                commands,
                result,
                version);
    }

    Call in(CallState next) {
        return new Call(
                id,
                account,
                leg,
                caller,
                called,
                answering,
                next,
                startedAt,
                answeredAt,
                stream,
                owner,
                closing,
                commands,
                result,
                version);
    }

    Call with(CallStream next) {
        return new Call(
                id,
                account,
                leg,
                caller,
                called,
                answering,
                state,
                startedAt,
                answeredAt,
                next,
                owner,
                closing,
                commands,
                result,
                version);
    }

    Call with(Closing next) {
        return new Call(
                id,
                account,
                leg,
                caller,
                called,
                answering,
                state,
                startedAt,
                answeredAt,
                stream,
                owner,
                next,
                commands,
                result,
                version);
    }

    Call having(String command) {
        Set<String> more = new TreeSet<>(commands);
        more.add(command);
        return new Call(
                id,
                account,
                leg,
                caller,
                called,
                answering,
                state,
                startedAt,
                answeredAt,
                stream,
                owner,
                closing,
                more,
                result,
                version);
    }

    /// The call, held by `task` under the next epoch.
    public Call claimedBy(TaskId task, Instant now) {
        Ownership next = new Ownership(owner.epoch() + 1, Optional.of(task), Optional.of(now));
        Call held = new Call(
                id,
                account,
                leg,
                caller,
                called,
                answering,
                state,
                startedAt,
                answeredAt,
                stream,
                next,
                closing.reopened(),
                commands,
                result,
                version);
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
        Call last = new Call(
                id,
                account,
                leg,
                caller,
                called,
                answering,
                state,
                startedAt,
                answeredAt,
                stream,
                owner,
                closing,
                commands,
                Optional.of(what),
                version);
        return CallLifecycle.advance(last, CallState.FINALIZED);
    }

    /// No caller's number in logs.
    @Override
    public String toString() {
        return "Call[" + id + ", " + state + ", version " + version + "]";
    }
}
