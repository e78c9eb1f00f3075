package dev.pickup.core.agent;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import java.util.Optional;

/// Agents and all their versions. Blocking; any thread. Every method throws `StoreUnavailableException` when the
/// outcome is unknown (repeat is safe) and `CorruptItemException` for an item that is not what we write.
public interface AgentStore {
    /// Writes version 1. Repeat: `Exists` when this id is there already; nothing is overwritten.
    SaveOutcome create(Agent agent);

    /// Writes `agent.version()` on top of `agent.version() - 1`; `Stale` when that is not the newest one any
    /// more.
    SaveOutcome save(Agent agent);

    /// The newest version; empty when there is none or it was deleted.
    Optional<Agent> find(AccountId account, AgentId id);

    /// One version, deleted agents included: calls keep pointing at theirs.
    Optional<Agent> find(AccountId account, AgentId id, int version);

    /// Newest versions of all agents of the account, by id.
    Page<Agent> list(AccountId account, int limit, Optional<String> next);

    /// All versions of one agent, newest first.
    Page<Agent> versions(AccountId account, AgentId id, int limit, Optional<String> next);

    /// Hides the agent; its versions stay. `NumbersAttached` when a number still drives it.
    DeleteOutcome delete(AccountId account, AgentId id);

    enum SaveOutcome {
        SAVED,
        EXISTS,
        STALE,
        NOT_FOUND
    }

    enum DeleteOutcome {
        DELETED,
        NOT_FOUND,
        NUMBERS_ATTACHED
    }
}
