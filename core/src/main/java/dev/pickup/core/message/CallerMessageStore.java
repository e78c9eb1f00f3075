package dev.pickup.core.message;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import java.util.Optional;

/// Messages that callers left. Blocking; any thread. Faults as [dev.pickup.core.agent.AgentStore].
public interface CallerMessageStore {
    /// Keeps a message. Repeat: harmless, the first one of an id stands.
    void leave(CallerMessage message);

    /// The account's messages, in no order.
    Page<CallerMessage> list(AccountId account, int limit, Optional<String> next);
}
