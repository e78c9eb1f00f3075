package dev.pickup.core.number;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import java.time.Instant;
import java.util.Optional;

/// Numbers and what they drive. Blocking; any thread. Faults as [dev.pickup.core.agent.AgentStore].
public interface NumberStore {
    /// Writes a new number. `TAKEN` when any account has it already; nothing is overwritten.
    AddOutcome add(Did did);

    /// The number within one account.
    Optional<Did> find(AccountId account, PhoneNumber number);

    /// The number whichever account it belongs to: the webhook knows only what was dialled.
    Optional<Did> resolve(PhoneNumber number);

    /// The account's numbers, by number.
    Page<Did> list(AccountId account, int limit, Optional<String> next);

    /// Makes the number drive `agent`, instead of whichever it drove. Repeat: harmless. Publishes
    /// `number.attached`.
    AttachOutcome attach(AccountId account, PhoneNumber number, AgentId agent, Instant now);

    /// Makes the number drive nothing. Repeat: harmless. Publishes `number.detached`.
    AttachOutcome detach(AccountId account, PhoneNumber number, Instant now);

    /// Renames it; `version` is the condition.
    AttachOutcome label(AccountId account, PhoneNumber number, String label);

    enum AddOutcome {
        ADDED,
        TAKEN
    }

    enum AttachOutcome {
        DONE,
        NUMBER_NOT_FOUND,
        AGENT_NOT_FOUND
    }
}
