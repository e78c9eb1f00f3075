/// The event bus on this machine, standing where EventBridge stands in the cloud. Start at [LocalEventBus].
@NullMarked
package dev.pickup.local.bus;

import org.jspecify.annotations.NullMarked;
