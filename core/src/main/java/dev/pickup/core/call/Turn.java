package dev.pickup.core.call;

import dev.pickup.events.journal.JournalEntry.Latency;
import dev.pickup.events.journal.JournalEntry.Role;
import java.util.Optional;

/// One side's time on the floor. Times are ms since the call was answered.
///
/// @param number  counts from 0 over the whole call, both sides together
/// @param text    what was said (caller), or heard by the caller (agent)
/// @param unheard the rest of the agent's words, which the caller never heard
public record Turn(
        int number, Role role, String text, String unheard, long startMs, long endMs, Optional<Latency> latency) {}
