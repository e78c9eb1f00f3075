package dev.pickup.core.message;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.CallId;
import java.time.Instant;
import java.util.Optional;

/// What a caller wants the business to know.
///
/// @param id    unique in the account; follows from the tool invocation that left it
/// @param name  who it is from
/// @param phone a number to call back, as the caller said it, if not the one they called from
public record CallerMessage(
        AccountId account,
        String id,
        AgentId agent,
        CallId call,
        String text,
        Optional<String> name,
        Optional<String> phone,
        Instant leftAt) {
    /// No words or numbers of a caller in logs.
    @Override
    public String toString() {
        return "CallerMessage[" + id + "]";
    }
}
