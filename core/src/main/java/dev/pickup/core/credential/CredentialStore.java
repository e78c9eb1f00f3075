package dev.pickup.core.credential;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import java.util.Optional;

/// Credentials, sealed. Blocking; any thread. Faults as [dev.pickup.core.agent.AgentStore].
public interface CredentialStore {
    /// Writes a new one. Repeat: harmless for the same content.
    ///
    /// @throws IllegalStateException the id is taken: ids are random, so that is a defect
    void add(Credential credential);

    /// The credential within one account; nothing of another account is ever found.
    Optional<Credential> find(AccountId account, CredentialId id);

    /// The credential whichever account it belongs to: a webhook knows only its own address.
    Optional<Credential> resolve(CredentialId id);

    /// The account's credentials, by id.
    Page<Credential> list(AccountId account, int limit, Optional<String> next);

    /// Writes `credential.version()` on top of the version before it.
    ///
    /// @return false when that is not the newest any more, or it is gone: read again
    boolean save(Credential credential);

    /// Forgets it with its secrets, unless numbers depend on it. Repeat: `NOT_FOUND`.
    DeleteOutcome delete(AccountId account, CredentialId id);

    enum DeleteOutcome {
        DELETED,
        /// Numbers that were imported with it are to be rolled back first. Nothing was changed.
        IN_USE,
        NOT_FOUND
    }
}
