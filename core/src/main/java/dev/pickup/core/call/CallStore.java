package dev.pickup.core.call;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import java.util.Optional;

/// Calls and what happened in them. Blocking; any thread. Every method throws `StoreUnavailableException` when the
/// outcome is unknown (repeat is safe) and `CorruptItemException` for an item that is not what we write.
public interface CallStore {
    /// The call, whichever account it belongs to: webhooks and media know only its id.
    Optional<Call> find(CallId id);

    /// The call within one account; another account's call is absent.
    Optional<Call> find(AccountId account, CallId id);

    /// The call with its turns and tools so far, also while it lives.
    Optional<CallDetail> detail(AccountId account, CallId id);

    /// The account's calls that match, newest first. A page may hold fewer than `limit` though more follow: only an
    /// absent `next` is the end. Eventually consistent: a call appears well within a second.
    ///
    /// @param limit 1 to 100
    /// @throws IllegalArgumentException `next` is not one of ours
    Page<Call> list(AccountId account, CallFilter filter, int limit, Optional<String> next);

    /// Writes a transition: header, commands and events, all or nothing. Repeat: `LOST_RACE`, nothing is written
    /// twice.
    SaveOutcome save(Transition transition);

    /// How many calls of the account are live with an agent now. Eventually consistent, so a burst may pass the limit
    /// by the calls of a few milliseconds.
    int live(AccountId account);

    enum SaveOutcome {
        SAVED,
        /// The call was changed meanwhile: read it again and decide again.
        LOST_RACE
    }
}
