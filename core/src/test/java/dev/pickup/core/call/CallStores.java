package dev.pickup.core.call;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentStore;

/// All that is kept of calls, in one place: the contracts put in through one port what they look for through another.
public interface CallStores {
    CallStore calls();

    PendingCommands commands();

    CallClaims claims();

    JournalProjection journal();

    Finalizations finalizations();

    AgentStore agents();

    AccountId newAccount();

    /// Takes an attribute from a stored header.
    void corrupt(CallId call, String attribute);
}
