package dev.pickup.core.agent;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.call.CallId;
import java.time.Instant;
import java.util.Optional;

/// What tools answered, kept for a day, so that a repeated invocation gets the same answer and runs nothing again.
/// Blocking; any thread. Faults as [AgentStore].
public interface ToolAnswerStore {
    /// The answer to an invocation; empty when it was not answered, or too long ago.
    Optional<ToolAnswer> find(Invocation invocation, Instant now);

    /// Keeps an answer. Repeat, or two at once: the first one stands, and both get it back.
    ToolAnswer keep(Invocation invocation, ToolAnswer answer, Instant now);

    /// @param id unique within the call
    record Invocation(AccountId account, CallId call, String id) {}
}
