/// What parts of Pickup tell each other over the event bus. Start at [DomainEvent]. Depends on nothing of ours.
@NullMarked
package dev.pickup.events;

import org.jspecify.annotations.NullMarked;
