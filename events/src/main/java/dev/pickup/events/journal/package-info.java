/// The journal of a call: everything that happened inside it, in order. Start at [JournalRecord].
@NullMarked
package dev.pickup.events.journal;

import org.jspecify.annotations.NullMarked;
