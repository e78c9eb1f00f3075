package dev.pickup.core.agent;

import dev.pickup.core.account.AccountId;
import java.time.Instant;

/// One version of an agent. Every save makes the next version; old ones stay readable.
public record Agent(
        AccountId account, AgentId id, int version, AgentSettings settings, Instant createdAt, Instant savedAt) {}
