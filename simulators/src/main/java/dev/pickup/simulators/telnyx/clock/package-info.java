/// The exchange's one thread and its time. Start at [ExchangeLoop]. May import the JDK only.
@NullMarked
package dev.pickup.simulators.telnyx.clock;

import org.jspecify.annotations.NullMarked;
