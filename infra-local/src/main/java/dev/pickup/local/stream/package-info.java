/// Event sources: the call journal on disk, and the change streams of DynamoDB, both delivered to functions in batches,
/// in order, at least once. Start at [EmbeddedJournal] and [TableStream].
///
/// ```
/// EmbeddedJournal ─ per shard ─ SegmentedLog ─ LogConsumer ─┐
/// TableStream ───── per shard ─ GetRecords ─────────────────┴─ RetryingDelivery ─ function
/// ```
/// What a function refuses again and again is parked, where one can see it, so that the rest goes on.
@NullMarked
package dev.pickup.local.stream;

import org.jspecify.annotations.NullMarked;
